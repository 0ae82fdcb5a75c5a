package ai.novacore.application.export.port.in;

import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.feedback.port.out.FeedbackStore.Feedback;
import ai.novacore.application.memory.port.in.MemoryHistoryQuery.Step;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.subscription.port.in.BillingQuery.Standing;
import ai.novacore.application.support.port.out.LookStore.Look;
import ai.novacore.application.user.port.in.SessionUseCase.OpenSession;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.stream.Stream;

/** Everything that the product holds about a person, for that person. */
public interface BelongingsQuery {

    /**
     * A memory, and all that happened to it, oldest first.
     *
     * @param item also one that is forgotten or superseded
     */
    record Remembered(MemoryItem item, List<Step> history) {
        public Remembered {
            history = List.copyOf(history);
        }
    }

    /**
     * What there is. The streams read while they are gone through, a page or an item at a time, in one thread and once; none
     * holds a connection in between. So they are not of one moment: what is added or deleted meanwhile may be in or out.
     *
     * @param conversations last touched first, with the turns that were set aside
     * @param memories of all states
     * @param ledger newest first, as all that follow
     */
    record Belongings(
            Account account,
            List<OpenSession> sessions,
            Standing subscription,
            Stream<ConversationThread> conversations,
            Stream<Remembered> memories,
            Stream<LedgerEntry> ledger,
            Stream<Feedback> feedback,
            Stream<Look> looks,
            Stream<PolicyDecision> decisions) {
        public Belongings {
            sessions = List.copyOf(sessions);
        }
    }

    /**
     * Begins to read; the beginning of each part is read when this returns.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code export_throttled} after 5 in an hour; {@code not_found} when
     *     there is no such account
     */
    Belongings of(UserId user);
}
