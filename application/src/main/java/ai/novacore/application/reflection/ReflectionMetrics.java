package ai.novacore.application.reflection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** What is measured of reflection; all labels are from short lists. */
final class ReflectionMetrics {
    private final MeterRegistry registry;

    ReflectionMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Outcome outcome : Outcome.values()) {
            candidates(outcome, 0);
        }
        for (Reflected reflected : Reflected.values()) {
            conversations(reflected);
        }
    }

    /** What became of candidates. */
    void candidates(Outcome outcome, long count) {
        counter("reflection.candidates", "what became of what was found in conversations", label(outcome))
                .increment((double) count);
    }

    /** What became of a conversation: {@code done}, {@code unfinished}, {@code failed} or {@code parked}. */
    void conversation(Reflected reflected) {
        conversations(reflected).increment();
    }

    /** What became of a window of turns: {@code read}, {@code broken} or {@code too_long}. */
    void window(String outcome) {
        counter("reflection.windows", "what became of the pieces that conversations are read in", outcome)
                .increment();
    }

    private Counter conversations(Reflected reflected) {
        return counter("reflection.conversations", "what became of conversations", label(reflected));
    }

    private Counter counter(String name, String description, String outcome) {
        return Counter.builder(name)
                .description(description)
                .tags("outcome", outcome)
                .register(registry);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
