package ai.novacore.application.conversation;

import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.PolicyBlocked;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.policy.port.in.Principle.Examples;
import ai.novacore.application.policy.port.in.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a turn ended without its whole answer, as it is recorded, and as it is told once more to who asks later. */
final class TurnFailures {
    static final String INTERNAL = "internal_error";
    static final String POLICY_BLOCKED = "policy_blocked";

    private static final Principle RECORDED = new Principle(
            "recorded", "Stopped", "This answer went against the rules of this place and was stopped.", Examples.NONE);

    private TurnFailures() {}

    /** What the readers of an answer were told that broke off; nothing when it was only stopped. */
    static Optional<RuntimeException> breakingOff(@Nullable String code) {
        return INTERNAL.equals(code)
                ? Optional.of(new IllegalStateException("a turn that has failed inside"))
                : POLICY_BLOCKED.equals(code) ? Optional.of(blocked()) : failureOfModel(code);
    }

    /** What the readers were told of a turn without any answer. */
    static RuntimeException failing(@Nullable String code) {
        return breakingOff(code).orElseGet(() -> new IllegalStateException("a turn that has failed: " + code));
    }

    private static PolicyBlocked blocked() {
        return new PolicyBlocked(new Verdict(Decision.BLOCK, List.of(RECORDED), "", Verdict.RULES));
    }

    private static Optional<RuntimeException> failureOfModel(@Nullable String code) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .map(kind -> new ModelFailure(kind, "as it was recorded when the turn ended"));
    }
}
