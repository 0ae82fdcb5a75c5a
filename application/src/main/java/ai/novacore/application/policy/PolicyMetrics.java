package ai.novacore.application.policy;

import ai.novacore.application.policy.port.in.Verdict;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Direction;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts decisions. */
final class PolicyMetrics {
    private final MeterRegistry registry;

    PolicyMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    Verdict decided(Direction direction, Verdict verdict) {
        registry.counter(
                        "policy.decisions",
                        "direction",
                        label(direction),
                        "decision",
                        label(verdict.decision()),
                        "judge",
                        verdict.judge())
                .increment();
        return verdict;
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
