package ai.novacore.application.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.KeepDecisionUseCase.About;
import ai.novacore.application.policy.port.in.Verdict;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Direction;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Filter;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeepingDecisions {
    private static final UserId MIRA = new UserId("usr_mira");
    private final ManualClock clock = new ManualClock();
    private final KeepDecisions decisions =
            new KeepDecisions(new InMemoryPolicyDecisions(), new IdGenerator(clock), clock);

    @Test
    void keepsWhatWasDecidedAboutATurn() {
        ConversationId conversation = new ConversationId("cnv_1");
        TurnId turn = new TurnId("trn_1");
        decisions.keep(
                new About(Direction.PROMPT, MIRA, conversation, turn),
                new Verdict(Decision.BLOCK, List.of(ExamplePolicy.CATS, ExamplePolicy.DOGS), "v1", "rules"));

        PolicyDecision kept = only();
        assertThat(kept.id()).startsWith("pol_");
        assertThat(kept)
                .isEqualTo(new PolicyDecision(
                        kept.id(),
                        clock.instant(),
                        MIRA,
                        conversation,
                        turn,
                        Direction.PROMPT,
                        Decision.BLOCK,
                        List.of("cats", "dogs"),
                        "v1",
                        "rules"));
    }

    @Test
    void keepsWhatServicesAsk() {
        JudgeText judge = new JudgeText(
                ExamplePolicy.of(ExamplePolicy.flag(1, "dog")), null, WhenJudgeFails.BLOCK, new SimpleMeterRegistry());

        Verdict verdict = new EvaluateText(judge, decisions).evaluate(null, "a dog");

        assertThat(verdict.decision()).isEqualTo(Decision.FLAG);
        assertThat(only().direction()).isEqualTo(Direction.EVALUATION);
        assertThat(only().user()).isNull();
    }

    private PolicyDecision only() {
        List<PolicyDecision> all =
                decisions.read(new Filter(null, null), PageRequest.first(10)).items();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
