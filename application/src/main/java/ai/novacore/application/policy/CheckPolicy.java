package ai.novacore.application.policy;

import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.policy.port.in.PolicyHealthQuery;
import ai.novacore.application.policy.port.out.GuardModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds out how the policy is. What it found out about the guard model it takes for true for three seconds. */
public final class CheckPolicy implements PolicyHealthQuery {
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final Policy policy;
    private final @Nullable GuardModel guard;
    private final WhenJudgeFails whenGuardFails;
    private final Clock clock;
    private @Nullable GuardHealth found;
    private Instant foundAt = Instant.MIN;

    public CheckPolicy(Policy policy, @Nullable GuardModel guard, WhenJudgeFails whenGuardFails, Clock clock) {
        this.policy = policy;
        this.guard = guard;
        this.whenGuardFails = whenGuardFails;
        this.clock = clock;
    }

    @Override
    public PolicyHealth health() {
        GuardHealth health = guard == null ? null : latest(guard);
        boolean judging = health == null || health.problem() == null || whenGuardFails == WhenJudgeFails.ALLOW;
        return new PolicyHealth(judging, policy.version(), policy.principles().size(), health);
    }

    /** Whoever comes while another asks waits for that answer. */
    private synchronized GuardHealth latest(GuardModel model) {
        Instant now = clock.instant();
        GuardHealth last = found;
        if (last == null || now.isAfter(foundAt.plus(FRESH)) || now.isBefore(foundAt)) {
            last = new GuardHealth(model.model(), problem(model));
            found = last;
            foundAt = now;
        }
        return last;
    }

    private static @Nullable String problem(GuardModel model) {
        try {
            model.check();
            return null;
        } catch (ModelFailure failure) {
            return failure.getMessage();
        }
    }
}
