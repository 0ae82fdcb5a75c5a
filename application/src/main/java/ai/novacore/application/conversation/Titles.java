package ai.novacore.application.conversation;

import ai.novacore.application.conversation.TurnLedger.Entry;
import ai.novacore.application.model.port.out.TitleModel;
import ai.novacore.application.shared.Correlation;

/** Has the model name a conversation after its first answer, while nobody waits for that. */
public final class Titles {
    private final TitleModel model;
    private final TitleConversations conversations;

    public Titles(TitleModel model, TitleConversations conversations) {
        this.model = model;
        this.conversations = conversations;
    }

    /** Returns at once. */
    void find(Entry entry, String question, String answer) {
        Runnable work = () -> conversations.titled(
                entry.conversation(), entry.owner(), () -> model.title(entry.model(), question, answer));
        Thread.ofVirtual().name("title").start(Correlation.carrying(work));
    }
}
