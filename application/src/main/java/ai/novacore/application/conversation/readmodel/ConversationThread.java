package ai.novacore.application.conversation.readmodel;

import java.util.List;

/** A conversation with its turns in the order they were started, also those that were set aside. */
public record ConversationThread(ConversationSummary summary, List<ThreadTurn> turns) {
    public ConversationThread {
        turns = List.copyOf(turns);
    }

    /** Without the turns that were set aside. */
    public ConversationThread inForce() {
        return new ConversationThread(
                summary,
                turns.stream().filter(turn -> turn.replacedBy() == null).toList());
    }
}
