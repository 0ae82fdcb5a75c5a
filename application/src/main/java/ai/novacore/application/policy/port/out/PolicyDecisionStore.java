package ai.novacore.application.policy.port.out;

import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what was decided about texts, but not the texts. Decisions are facts: they are added and never changed. */
public interface PolicyDecisionStore {

    /** Where a text was on its way to. */
    enum Direction {
        /** To a model. */
        PROMPT,
        /** To a reader. */
        ANSWER,
        /** Nowhere that is known here: another service asked. */
        EVALUATION
    }

    /**
     * A decision.
     *
     * @param user whose text it was; absent when nobody's
     * @param conversation absent outside of chat
     * @param turn absent outside of chat
     * @param principles the ids of the principles that the text touched, first the one that was named
     * @param policyVersion by which policy
     * @param judge who decided
     */
    record PolicyDecision(
            String id,
            Instant at,
            @Nullable UserId user,
            @Nullable ConversationId conversation,
            @Nullable TurnId turn,
            Direction direction,
            Decision decision,
            List<String> principles,
            String policyVersion,
            String judge) {
        public PolicyDecision {
            principles = List.copyOf(principles);
        }
    }

    /**
     * Which decisions.
     *
     * @param user those about this person's texts only; about anybody's when absent
     * @param decision this kind only; all when absent
     */
    record Filter(@Nullable UserId user, @Nullable Decision decision) {}

    /** Adds a decision; nothing to do when there is one with its id. */
    void add(PolicyDecision decision);

    /** The newest first. */
    Page<PolicyDecision> list(Filter filter, PageRequest page);

    /** Removes all that concern a person. */
    void removeAll(UserId user);
}
