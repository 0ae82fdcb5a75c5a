package ai.novacore.application.reflection.port.out;

import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far reflection has come with each conversation, and which run is under way. Not derived: what was reflected on stays
 * so when read models are built again. All methods join the caller's transaction.
 */
public interface ReflectionStore {

    /**
     * A conversation with turns that nobody has reflected on.
     *
     * @param reflectedTo the last turn that was reflected on; absent before the first
     * @param lastTurnAt when its last turn ended
     * @param attempts how often it has failed since it last went well
     */
    record Pending(
            ConversationId conversation,
            UserId owner,
            @Nullable TurnId reflectedTo,
            Instant lastTurnAt,
            long attempts) {}

    /**
     * A turn has ended. A conversation that was parked is tried again. Told again, or told of an earlier turn, nothing
     * changes.
     */
    void turnEnded(ConversationId conversation, UserId owner, Instant at);

    /** The conversation is gone. Nothing to do when it is not there. */
    void remove(ConversationId conversation);

    /** All conversations of a person are gone. */
    void removeAll(UserId owner);

    /**
     * The conversations that may be reflected on, in the order of their owners, then of their ids. None that is parked
     * and none whose next attempt is still to come.
     *
     * @param settledBefore only those whose last turn ended before
     * @param now the time that next attempts are compared with
     * @param after only those behind this one in the order; from the start when absent
     */
    List<Pending> due(Instant settledBefore, Instant now, @Nullable Pending after, int limit);

    /** All that have turns nobody has reflected on, also those that are parked, in the order of {@link #due}. */
    List<Pending> pending(@Nullable Pending after, int limit);

    /**
     * Notes, in the transaction that stores what was found, how far reflection has come. Until that ends, the
     * conversation cannot be removed.
     *
     * @param from how far it was when this was begun
     * @return false when it is further by now, or gone; then nothing is to be stored
     */
    boolean advance(ConversationId conversation, @Nullable TurnId from, TurnId to);

    /** All turns that ended up to this time were reflected on. It is not parked any more and has not failed. */
    void settled(ConversationId conversation, Instant upTo);

    /** It failed once more. */
    void retryAt(ConversationId conversation, Instant next);

    /**
     * It failed too often. It is left alone until it has another turn or everything is reflected on by order.
     *
     * @param reason a code
     */
    void park(ConversationId conversation, String reason);

    /** How many are parked. */
    long parked();

    /**
     * Begins a run, unless another one is under way on whatever node.
     *
     * @param until when it is over at the latest, if it does not say more; so a run ends that died with its node
     * @return whether it began
     */
    boolean begin(RunId run, Instant now, Instant until);

    /**
     * The run goes on.
     *
     * @return false when it was taken for dead and another one has begun
     */
    boolean extend(RunId run, Instant until);

    /** The run is over. Nothing to do when another one has begun since. */
    void end(RunId run);
}
