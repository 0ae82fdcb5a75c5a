package ai.novacore.domain.conversation;

import static ai.novacore.domain.conversation.ConversationExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.conversation.Conversation.Status;
import ai.novacore.domain.conversation.ConversationCommand.CompleteTurn;
import ai.novacore.domain.conversation.ConversationCommand.FailTurn;
import ai.novacore.domain.conversation.ConversationCommand.InterruptTurn;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Deciding({CompleteTurn.class, InterruptTurn.class, FailTurn.class})
class EndingTurn {
    private final ConversationDecider decider = new ConversationDecider();

    /** A way to end a turn, and the event that says so of the first one. */
    record End(ConversationEvent event) {
        ConversationCommand of(TurnId turn) {
            return by(ADA, turn);
        }

        ConversationCommand by(UserId owner, TurnId turn) {
            Actor actor = Actor.member(owner);
            return switch (event.getClass().getSimpleName()) {
                case "TurnCompleted" ->
                    new CompleteTurn(TEA, actor, NOON, owner, turn, REPLY, FinishReason.STOP, USAGE);
                case "TurnInterrupted" -> new InterruptTurn(TEA, actor, NOON, owner, turn, REPLY, "reader_left", USAGE);
                default -> new FailTurn(TEA, actor, NOON, owner, turn, "model_unavailable");
            };
        }
    }

    static List<End> ends() {
        return Stream.of(COMPLETED, INTERRUPTED, FAILED).map(End::new).toList();
    }

    @ParameterizedTest
    @MethodSource("ends")
    void recordsHowTheTurnEnded(End end) {
        given(decider, STARTED, ASKED).when(end.of(FIRST)).thenEvents(end.event());
    }

    @ParameterizedTest
    @MethodSource("ends")
    void leavesOtherTurnsOpen(End end) {
        given(decider, STARTED, asked(SECOND), ASKED).when(end.of(FIRST)).thenEvents(end.event());
        given(decider, STARTED, ASKED, asked(SECOND), end.event())
                .when(new FailTurn(TEA, ACTOR, NOON, ADA, SECOND, "timeout"))
                .thenEvents(new ConversationEvent.TurnFailed(TEA, NOON, ADA, SECOND, "timeout"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void lastsWhicheverEndCameFirst(End end) {
        for (ConversationEvent first : List.of(COMPLETED, INTERRUPTED, FAILED)) {
            given(decider, STARTED, ASKED, first).when(end.of(FIRST)).thenNothing();
        }
    }

    @ParameterizedTest
    @MethodSource("ends")
    void isNothingToDoOnceTheConversationIsDeleted(End end) {
        given(decider, STARTED, ASKED, DELETED).when(end.of(FIRST)).thenNothing();
        given(decider, STARTED, ASKED, COMPLETED, DELETED).when(end.of(FIRST)).thenNothing();
    }

    @ParameterizedTest
    @MethodSource("ends")
    void isRefusedForATurnThatNobodyKnows(End end) {
        given(decider).when(end.of(FIRST)).thenRejected("not_found");
        given(decider, STARTED, ASKED).when(end.of(SECOND)).thenRejected("not_found");
        given(decider, STARTED, ASKED, DELETED).when(end.of(SECOND)).thenRejected("not_found");
    }

    @ParameterizedTest
    @MethodSource("ends")
    void isRefusedToAnybodyElse(End end) {
        given(decider, STARTED, ASKED).when(end.by(BOB, FIRST)).thenRejected("not_found");
        given(decider, STARTED, ASKED, DELETED).when(end.by(BOB, FIRST)).thenRejected("not_found");
    }

    @Test
    void showsInTheStateInTheOrderOfTheQuestions() {
        Conversation conversation =
                decider.fold(decider.initial(), List.of(STARTED, asked(SECOND), ASKED, INTERRUPTED));

        assertThat(conversation.turns().keySet()).containsExactly(SECOND, FIRST);
        assertThat(conversation.turns().values())
                .extracting(Conversation.Turn::status)
                .containsExactly(Status.OPEN, Status.INTERRUPTED);
    }
}
