package ai.novacore.bootstrap.wiring;

import ai.novacore.application.conversation.RunningTurns;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.bootstrap.NovaSettings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all features share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NovaSettings.class)
class SharedWiring {

    /** In milliseconds, which is what is stored everywhere. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Bean
    IdGenerator idGenerator(Clock clock) {
        return new IdGenerator(clock);
    }

    @Bean
    TierLimits tierLimits(NovaSettings settings) {
        return settings.tierLimits();
    }

    @Bean
    RunningTurns runningTurns() {
        return new RunningTurns();
    }

    /** Names this process, anew at every start. */
    @Bean
    NodeName nodeName(IdGenerator ids) {
        return new NodeName(ids.next("node_"));
    }
}
