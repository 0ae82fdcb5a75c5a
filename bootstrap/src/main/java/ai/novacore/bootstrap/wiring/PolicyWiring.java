package ai.novacore.bootstrap.wiring;

import ai.novacore.adapters.ollama.OllamaGuardModel;
import ai.novacore.adapters.ollama.OllamaSettings;
import ai.novacore.application.policy.CheckPolicy;
import ai.novacore.application.policy.EvaluateText;
import ai.novacore.application.policy.JudgeText;
import ai.novacore.application.policy.KeepDecisions;
import ai.novacore.application.policy.Policy;
import ai.novacore.application.policy.port.in.EvaluateTextUseCase;
import ai.novacore.application.policy.port.in.JudgeTextUseCase;
import ai.novacore.application.policy.port.in.KeepDecisionUseCase;
import ai.novacore.application.policy.port.in.PolicyHealthQuery;
import ai.novacore.application.policy.port.out.GuardModel;
import ai.novacore.application.policy.port.out.PolicyDecisionStore;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.bootstrap.NovaSettings;
import ai.novacore.bootstrap.policy.PolicyFile;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

/** The principles, and who judges by them. */
@Configuration(proxyBeanMethods = false)
class PolicyWiring {
    private static final String DEFAULT_FILE = "policy/noble-spirit.yaml";

    /** The guard model, if there is one. */
    record Guarding(@Nullable GuardModel model) {}

    @Bean
    Policy policy(NovaSettings settings) {
        String file = settings.policy().file();
        return PolicyFile.read(
                file == null || file.isBlank() ? new ClassPathResource(DEFAULT_FILE) : new FileSystemResource(file));
    }

    @Bean
    Guarding guarding(NovaSettings settings, OllamaSettings ollama) {
        String model = settings.policy().guardModel();
        return new Guarding(
                model == null || model.isBlank()
                        ? null
                        : new OllamaGuardModel(ollama, model, settings.policy().guardTimeout()));
    }

    @Bean
    JudgeTextUseCase judgeText(Policy policy, Guarding guarding, NovaSettings settings, MeterRegistry meters) {
        return new JudgeText(policy, guarding.model(), settings.policy().whenJudgeFails(), meters);
    }

    @Bean
    KeepDecisions keepDecisions(PolicyDecisionStore store, IdGenerator ids, Clock clock) {
        return new KeepDecisions(store, ids, clock);
    }

    @Bean
    EvaluateTextUseCase evaluateText(JudgeTextUseCase judge, KeepDecisionUseCase decisions) {
        return new EvaluateText(judge, decisions);
    }

    @Bean
    PolicyHealthQuery policyHealth(Policy policy, Guarding guarding, NovaSettings settings, Clock clock) {
        return new CheckPolicy(policy, guarding.model(), settings.policy().whenJudgeFails(), clock);
    }
}
