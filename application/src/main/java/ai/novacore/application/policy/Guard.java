package ai.novacore.application.policy;

import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.policy.port.in.Verdict;
import ai.novacore.application.policy.port.out.GuardModel;
import ai.novacore.application.policy.port.out.GuardModel.Opinion;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes verdicts of what a guard model thinks. A model blocks only where the principle does: one that only ever flags,
 * such as one about people in need, cannot be turned into silence by a model that is too careful.
 */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private static final Principle UNJUDGED = new Principle(
            Verdict.UNJUDGED,
            "Could not be checked",
            "This could not be checked against our principles just now. Please try again in a moment.",
            Principle.Examples.NONE);

    private final Policy policy;
    private final GuardModel model;
    private final WhenJudgeFails whenItFails;

    Guard(Policy policy, GuardModel model, WhenJudgeFails whenItFails) {
        this.policy = policy;
        this.model = model;
        this.whenItFails = whenItFails;
    }

    /** Never fails. */
    Verdict judge(String text) {
        try {
            return verdict(model.judge(policy.principles(), text));
        } catch (ModelFailure failure) {
            LOG.warn("The guard model did not judge a text: {}", failure.getMessage());
        } catch (RuntimeException bug) {
            // Without its message, which might quote the text.
            LOG.error("The guard model broke down with a {}", bug.getClass().getName());
        }
        return switch (whenItFails) {
            case BLOCK -> new Verdict(Decision.BLOCK, List.of(UNJUDGED), policy.version(), Verdict.UNJUDGED);
            case ALLOW -> new Verdict(Decision.FLAG, List.of(UNJUDGED), policy.version(), Verdict.UNJUDGED);
        };
    }

    private Verdict verdict(Opinion opinion) {
        List<Principle> touched = opinion.principles().stream()
                .flatMap(id -> policy.principle(id).stream())
                .toList();
        if (opinion.decision() == Decision.BLOCK) {
            List<Principle> blocking = touched.stream().filter(policy::blocks).toList();
            if (blocking.isEmpty()) {
                return new Verdict(Decision.FLAG, touched, policy.version(), Verdict.GUARD);
            }
            return new Verdict(Decision.BLOCK, blocking, policy.version(), Verdict.GUARD)
                    .and(new Verdict(Decision.FLAG, touched, policy.version(), Verdict.GUARD));
        }
        return new Verdict(opinion.decision(), touched, policy.version(), Verdict.GUARD);
    }
}
