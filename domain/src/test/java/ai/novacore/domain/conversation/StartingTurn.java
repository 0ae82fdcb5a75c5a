package ai.novacore.domain.conversation;

import static ai.novacore.domain.conversation.ConversationExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;

import ai.novacore.domain.conversation.ConversationCommand.StartTurn;
import ai.novacore.domain.conversation.ConversationEvent.TurnFailed;
import ai.novacore.domain.conversation.ConversationEvent.TurnsSetAside;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.TurnId;
import java.util.List;
import org.junit.jupiter.api.Test;

@Deciding(StartTurn.class)
class StartingTurn {
    private static final TurnId FOURTH = new TurnId("trn_4");

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

    @Test
    void takesThePlaceOfAnEarlierOneAndOfAllThatCameAfterIt() {
        given(decider, STARTED, ASKED, COMPLETED, asked(SECOND), failed(SECOND))
                .when(ask(ADA, THIRD, FIRST))
                .thenEvents(asked(THIRD), setAside(THIRD, FIRST, SECOND));
        given(decider, STARTED, ASKED, INTERRUPTED, asked(SECOND), failed(SECOND))
                .when(ask(ADA, THIRD, SECOND))
                .thenEvents(asked(THIRD), setAside(THIRD, SECOND));
    }

    @Test
    void setsNothingAsideTwice() {
        ConversationEvent[] replaced = {
            STARTED,
            ASKED,
            COMPLETED,
            asked(SECOND),
            failed(SECOND),
            asked(THIRD),
            setAside(THIRD, SECOND),
            failed(THIRD)
        };
        given(decider, replaced).when(ask(ADA, THIRD, FIRST)).thenNothing();
        given(decider, replaced).when(ask(ADA, FOURTH, SECOND)).thenRejected("turn_set_aside");
        given(decider, replaced)
                .when(ask(ADA, FOURTH, FIRST))
                .thenEvents(asked(FOURTH), setAside(FOURTH, FIRST, THIRD));
    }

    @Test
    void takesNoPlaceWhereAnAnswerIsStillBeingGiven() {
        given(decider, STARTED, ASKED).when(ask(ADA, SECOND, FIRST)).thenRejected("turn_in_progress");
        given(decider, STARTED, ASKED, COMPLETED, asked(SECOND))
                .when(ask(ADA, THIRD, FIRST))
                .thenRejected("turn_in_progress");
        given(decider, STARTED, ASKED, asked(SECOND), failed(SECOND))
                .when(ask(ADA, THIRD, SECOND))
                .thenEvents(asked(THIRD), setAside(THIRD, SECOND));
    }

    @Test
    void takesNoPlaceThatIsNotThere() {
        given(decider).when(ask(ADA, SECOND, FIRST)).thenRejected("not_found");
        given(decider, STARTED, ASKED, COMPLETED).when(ask(ADA, THIRD, SECOND)).thenRejected("not_found");
        given(decider, STARTED, ASKED, COMPLETED).when(ask(BOB, SECOND, FIRST)).thenRejected("not_found");
        given(decider, STARTED, ASKED, COMPLETED, DELETED)
                .when(ask(ADA, SECOND, FIRST))
                .thenRejected("not_found");
    }

    private static TurnFailed failed(TurnId turn) {
        return new TurnFailed(TEA, NOON, ADA, turn, "model_unavailable");
    }

    private static TurnsSetAside setAside(TurnId by, TurnId... turns) {
        return new TurnsSetAside(TEA, NOON, ADA, by, List.of(turns));
    }
}
