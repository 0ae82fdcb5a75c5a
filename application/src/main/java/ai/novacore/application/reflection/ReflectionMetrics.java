package ai.novacore.application.reflection;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** What is measured of reflection; all labels are from short lists. */
final class ReflectionMetrics {
    private final MeterRegistry registry;

    ReflectionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** What became of candidates. */
    void candidates(Outcome outcome, long count) {
        registry.counter("reflection.candidates", "outcome", label(outcome)).increment((double) count);
    }

    /** What became of a conversation: {@code done}, {@code unfinished}, {@code failed} or {@code parked}. */
    void conversation(Reflected reflected) {
        registry.counter("reflection.conversations", "outcome", label(reflected))
                .increment();
    }

    /** What became of a window of turns: {@code read}, {@code broken} or {@code too_long}. */
    void window(String outcome) {
        registry.counter("reflection.windows", "outcome", outcome).increment();
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
