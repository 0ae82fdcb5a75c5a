package ai.novacore.application.policy;

import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Verdict;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Direction;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts decisions. */
final class PolicyMetrics {
    private final MeterRegistry registry;

    PolicyMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Direction direction : Direction.values()) {
            for (Decision decision : Decision.values()) {
                decisions(direction, decision, Verdict.RULES);
            }
        }
    }

    Verdict decided(Direction direction, Verdict verdict) {
        decisions(direction, verdict.decision(), verdict.judge()).increment();
        return verdict;
    }

    private Counter decisions(Direction direction, Decision decision, String judge) {
        return Counter.builder("policy.decisions")
                .description("texts that were judged")
                .tags("direction", label(direction), "decision", label(decision), "judge", judge)
                .register(registry);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
