package ai.novacore.application.policy.port.in;

import org.jspecify.annotations.Nullable;

/** Whether texts can be judged. */
public interface PolicyHealthQuery {

    /**
     * How the policy is.
     *
     * @param up whether texts are let through that deserve it; not so when all are blocked because nobody can judge them
     * @param version of the policy
     * @param principles how many there are
     * @param guard the guard model; absent when none is configured
     */
    record PolicyHealth(
            boolean up,
            String version,
            int principles,
            @Nullable GuardHealth guard) {}

    /**
     * How the guard model is.
     *
     * @param problem what is wrong and what to do about it; absent when nothing is
     */
    record GuardHealth(String model, @Nullable String problem) {}

    /** Answers within a few seconds. */
    PolicyHealth health();
}
