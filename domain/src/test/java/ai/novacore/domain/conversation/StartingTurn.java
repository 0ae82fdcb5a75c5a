package ai.novacore.domain.conversation;

import static ai.novacore.domain.conversation.ConversationExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;

import ai.novacore.domain.conversation.ConversationCommand.StartTurn;
import ai.novacore.domain.shared.Deciding;
import org.junit.jupiter.api.Test;

@Deciding(StartTurn.class)
class StartingTurn {
    private final ConversationDecider decider = new ConversationDecider();

    @Test
    void startsTheConversationWhenItIsTheFirst() {
        given(decider).when(ask(ADA, FIRST)).thenEvents(STARTED, ASKED);
    }

    @Test
    void recordsTheQuestionInAConversationThatIsThere() {
        given(decider, STARTED, ASKED, COMPLETED).when(ask(ADA, SECOND)).thenEvents(asked(SECOND));
    }

    @Test
    void mayHappenWhileAnotherTurnIsOpen() {
        given(decider, STARTED, ASKED).when(ask(ADA, SECOND)).thenEvents(asked(SECOND));
    }

    @Test
    void happensOnceATurn() {
        given(decider, STARTED, ASKED).when(ask(ADA, FIRST)).thenNothing();
        given(decider, STARTED, ASKED, FAILED).when(ask(ADA, FIRST)).thenNothing();
    }

    @Test
    void isRefusedToAnybodyElse() {
        given(decider, STARTED, ASKED).when(ask(BOB, SECOND)).thenRejected("not_found");
    }

    @Test
    void isRefusedInADeletedConversation() {
        given(decider, STARTED, ASKED, DELETED).when(ask(ADA, SECOND)).thenRejected("not_found");
    }
}
