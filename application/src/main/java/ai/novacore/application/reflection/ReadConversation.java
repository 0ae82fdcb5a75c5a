package ai.novacore.application.reflection;

import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.conversation.readmodel.ThreadTurn.Status;
import ai.novacore.application.reflection.port.out.ReflectionStore.Pending;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What there is to reflect on in a conversation.
 *
 * @param turns the turns that nobody has reflected on, oldest first, up to the first one that is still being answered
 * @param said what of them is reflected on
 * @param upTo when the last turn of the conversation ended, of all that are shown
 */
record ReadConversation(List<ThreadTurn> turns, List<Said> said, Optional<Instant> upTo) {
    /** What the policy stopped is not remembered. */
    private static final String POLICY_BLOCKED = "policy_blocked";

    ReadConversation {
        turns = List.copyOf(turns);
        said = List.copyOf(said);
    }

    /** Nothing when the conversation is not there, or not yet. */
    static Optional<ReadConversation> of(Pending pending, ConversationThreadStore threads) {
        return threads.find(pending.conversation()).map(thread -> of(pending, thread));
    }

    private static ReadConversation of(Pending pending, ConversationThread thread) {
        List<ThreadTurn> turns = thread.turns().stream()
                .skip(behind(pending, thread.turns()))
                .takeWhile(turn -> turn.status() != Status.STARTED)
                .toList();
        Optional<Instant> upTo = thread.turns().stream()
                .map(ThreadTurn::endedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
        List<Said> said = turns.stream()
                .filter(turn -> turn.replacedBy() == null)
                .filter(turn -> !POLICY_BLOCKED.equals(turn.failure()))
                .map(Said::in)
                .toList();
        return new ReadConversation(turns, said, upTo);
    }

    /** How many turns were reflected on. */
    private static long behind(Pending pending, List<ThreadTurn> turns) {
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).id().equals(pending.reflectedTo())) {
                return i + 1L;
            }
        }
        return 0;
    }
}
