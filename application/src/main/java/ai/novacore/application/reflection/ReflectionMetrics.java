package ai.novacore.application.reflection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** What is measured of reflection; all labels are from short lists. */
final class ReflectionMetrics {
    private static final String LABEL = "outcome";

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
        Counter.builder("reflection.candidates")
                .description("what might have become a memory, by what became of it")
                .tags(LABEL, label(outcome))
                .register(registry)
                .increment((double) count);
    }

    /** What became of a conversation: {@code done}, {@code unfinished}, {@code failed} or {@code parked}. */
    void conversation(Reflected reflected) {
        conversations(reflected).increment();
    }

    private Counter conversations(Reflected reflected) {
        return Counter.builder("reflection.conversations")
                .description("conversations that were reflected on, by what became of that")
                .tags(LABEL, label(reflected))
                .register(registry);
    }

    /** What became of a window of turns: {@code read}, {@code broken} or {@code too_long}. */
    void window(String outcome) {
        Counter.builder("reflection.windows")
                .description("parts of conversations that a model was to read, by whether it could")
                .tags(LABEL, outcome)
                .register(registry)
                .increment();
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
