package ai.novacore.application.conversation.port.out;

import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the read model {@link ConversationThread}. */
public interface ConversationThreadStore {
    /** The whole thread; turns by the time they were started, then by id. */
    Optional<ConversationThread> find(ConversationId id);

    Optional<ConversationSummary> summary(ConversationId id);

    Optional<ThreadTurn> turn(TurnId id);

    /**
     * The last so many turns of a conversation that are in force, in the order of {@link #find}.
     *
     * @param before only those before this one; up to the end when absent
     */
    List<ThreadTurn> latestTurns(ConversationId id, @Nullable ThreadTurn before, int most);

    /**
     * Sets turns of a conversation aside, and does not find them by their words any more; what is not there, or was set aside before, is
     * passed over.
     *
     * @return how many it were
     */
    int setAside(ConversationId id, Collection<TurnId> turns, TurnId by);

    /**
     * Which of these turns are set aside, in whatever conversation.
     *
     * @param from counts as if it were, with all that come after it in its conversation; absent when there is none such
     */
    Set<TurnId> setAsideAmong(Collection<TurnId> turns, @Nullable ThreadTurn from);

    /** Adds or replaces. */
    void save(ConversationSummary summary);

    /** Adds or replaces. */
    void saveTurn(ThreadTurn turn);

    /** Removes a conversation with its turns; nothing to do when it is not there. */
    void remove(ConversationId id);

    /**
     * A person's conversations, last touched first.
     *
     * @param words only conversations in whose title, prompts or replies, as far as they are in force, together these words stand, as {@link
     *     ai.novacore.application.conversation.SearchWords} takes them; all when absent or blank
     */
    Page<ConversationSummary> list(UserId owner, @Nullable String words, PageRequest page);

    /** Removes all conversations of a person, with their turns. */
    void removeAll(UserId owner);
}
