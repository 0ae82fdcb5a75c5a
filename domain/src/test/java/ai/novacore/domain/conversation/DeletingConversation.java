package ai.novacore.domain.conversation;

import static ai.novacore.domain.conversation.ConversationExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;

import ai.novacore.domain.conversation.ConversationCommand.DeleteConversation;
import ai.novacore.domain.shared.Deciding;
import org.junit.jupiter.api.Test;

@Deciding(DeleteConversation.class)
class DeletingConversation {
    private static final DeleteConversation DELETE = new DeleteConversation(TEA, ACTOR, NOON, ADA);
    private static final DeleteConversation FOREIGN = new DeleteConversation(TEA, INTRUDER, NOON, BOB);

    private final ConversationDecider decider = new ConversationDecider();

    @Test
    void removesItForGood() {
        given(decider, STARTED, ASKED, COMPLETED).when(DELETE).thenEvents(DELETED);
    }

    @Test
    void doesNotWaitForAnOpenTurn() {
        given(decider, STARTED, ASKED).when(DELETE).thenEvents(DELETED);
    }

    @Test
    void happensOnce() {
        given(decider, STARTED, ASKED, DELETED).when(DELETE).thenNothing();
    }

    @Test
    void isRefusedWhereThereIsNothing() {
        given(decider).when(DELETE).thenRejected("not_found");
    }

    @Test
    void isRefusedToAnybodyElse() {
        given(decider, STARTED, ASKED).when(FOREIGN).thenRejected("not_found");
        given(decider, STARTED, ASKED, DELETED).when(FOREIGN).thenRejected("not_found");
    }
}
