package ai.novacore.application.conversation;

import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a turn ended, as it was recorded, told once more to who asks later. */
final class TurnFailures {
    private static final String INTERNAL = "internal_error";

    private TurnFailures() {}

    /** Throws what the readers of an answer were told that broke off; nothing when it was only stopped. */
    static void rethrow(@Nullable String code) {
        failureOfModel(code).ifPresent(failure -> {
            throw failure;
        });
        if (INTERNAL.equals(code)) {
            throw of(code);
        }
    }

    static RuntimeException of(@Nullable String code) {
        return failureOfModel(code)
                .<RuntimeException>map(failure -> failure)
                .orElseGet(() -> new IllegalStateException("a turn that has failed: " + code));
    }

    private static Optional<ModelFailure> failureOfModel(@Nullable String code) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .map(kind -> new ModelFailure(kind, "as it was recorded when the turn ended"));
    }
}
