package ai.novacore.application.conversation.readmodel;

import java.util.List;

/** A conversation with its turns in the order they were started. */
public record ConversationThread(ConversationSummary summary, List<ThreadTurn> turns) {
    public ConversationThread {
        turns = List.copyOf(turns);
    }
}
