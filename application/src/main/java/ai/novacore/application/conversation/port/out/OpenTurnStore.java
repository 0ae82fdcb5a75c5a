package ai.novacore.application.conversation.port.out;

import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The turns that are being answered, on all nodes, with what has been said so far. A turn is here exactly as long as it is
 * open in the log, because it comes and goes in the transactions that begin and end it. So another node can show it, stop
 * it, and end it when its own node has died. Not derived: a replay does not bring it back.
 */
public interface OpenTurnStore {

    /**
     * A turn that is being answered.
     *
     * @param quota the day that it is charged to
     * @param node who answers
     * @param estimatedInput what its prompt may be, in tokens
     * @param reply what was said up to some moment ago
     * @param pieces how many tokens that is
     */
    record OpenTurn(
            TurnId turn,
            ConversationId conversation,
            UserId owner,
            QuotaId quota,
            String model,
            String node,
            long estimatedInput,
            String reply,
            long pieces) {
        /** Never shows what is said. */
        @Override
        public String toString() {
            return "OpenTurn[" + turn.value() + " on " + node + "]";
        }
    }

    /**
     * What came since the last time.
     *
     * @param added perhaps nothing
     * @param pieces how many tokens there are now
     */
    record Progress(TurnId turn, String added, long pieces) {
        /** Never shows what is said. */
        @Override
        public String toString() {
            return "Progress[" + turn.value() + ", " + pieces + "]";
        }
    }

    /** Notes a turn, with the transaction that begins it. */
    void open(OpenTurn turn);

    /** Forgets a turn, with the transaction that ends it; nothing to do when it is not there. */
    void close(TurnId turn);

    /**
     * Saves what was said, of several turns at once; those that are not there any more are passed over. Need not survive a
     * crash of the database itself.
     *
     * @return which of them somebody wants to be stopped
     */
    Set<TurnId> save(Collection<Progress> progress);

    /** Asks the node that answers to stop; false when the turn is not open. */
    boolean askToStop(TurnId turn);

    Optional<OpenTurn> find(TurnId turn);

    /** A person's open turns. */
    List<OpenTurn> of(UserId owner);

    /** Turns whose node is none of these, oldest first, at most 100. */
    List<OpenTurn> exceptOn(Set<String> nodes);
}
