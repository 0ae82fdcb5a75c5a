package ai.novacore.application.support.port.in;

import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.support.port.out.HistoryLog.Entry;
import ai.novacore.domain.shared.UserId;

/** What happened to a person, across everything that is theirs. Only reads. */
public interface TimelineQuery {

    /** Something that happened. */
    sealed interface Moment {
        /** An event of one of the person's aggregates. */
        record Recorded(Entry entry) implements Moment {}

        /** A text of theirs that the policy refused, which is no event. */
        record Refused(PolicyDecision decision) implements Moment {}
    }

    /**
     * The newest first.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found} when nobody ever registered as this person
     */
    Page<Moment> timeline(UserId person, PageRequest page);
}
