package ai.novacore.application.reflection;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** What is measured of reflection; all labels are from short lists. */
final class ReflectionMetrics {
    private static final String CONVERSATIONS = "reflection.conversations";
    private static final String LABEL = "outcome";

    private final MeterRegistry registry;

    ReflectionMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Outcome outcome : Outcome.values()) {
            candidates(outcome, 0);
        }
        for (Reflected reflected : Reflected.values()) {
            registry.counter(CONVERSATIONS, LABEL, label(reflected));
        }
    }

    /** What became of candidates. */
    void candidates(Outcome outcome, long count) {
        registry.counter("reflection.candidates", LABEL, label(outcome)).increment((double) count);
    }

    /** What became of a conversation: {@code done}, {@code unfinished}, {@code failed} or {@code parked}. */
    void conversation(Reflected reflected) {
        registry.counter(CONVERSATIONS, LABEL, label(reflected)).increment();
    }

    /** What became of a window of turns: {@code read}, {@code broken} or {@code too_long}. */
    void window(String outcome) {
        registry.counter("reflection.windows", LABEL, outcome).increment();
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
