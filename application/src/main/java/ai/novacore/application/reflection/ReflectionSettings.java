package ai.novacore.application.reflection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How reflection goes about its work.
 *
 * @param model the id of the model that extracts; the one that answers when a request names none, when absent
 * @param settledAfter how long a conversation is left alone before it is reflected on
 * @param timeLimit how long one conversation may take at a time; what is left over comes with the next run
 * @param parallel how many conversations are reflected on at once
 */
public record ReflectionSettings(@Nullable String model, Duration settledAfter, Duration timeLimit, int parallel) {
    public ReflectionSettings {
        if (settledAfter.isNegative() || !timeLimit.isPositive() || parallel < 1) {
            throw new IllegalArgumentException("reflection needs some time and somebody to do it");
        }
    }
}
