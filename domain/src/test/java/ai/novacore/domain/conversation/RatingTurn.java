package ai.novacore.domain.conversation;

import static ai.novacore.domain.conversation.ConversationExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.conversation.ConversationCommand.RateTurn;
import ai.novacore.domain.conversation.ConversationEvent.TurnRated;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.RejectionKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Deciding(RateTurn.class)
class RatingTurn {
    private static final PersonalText COMMENT = new PersonalText("Too short.");

    private final ConversationDecider decider = new ConversationDecider();

    @Test
    void recordsWhatTheMemberThought() {
        given(decider, STARTED, ASKED, COMPLETED).when(rate(Rating.UP, null)).thenEvents(rated(Rating.UP, null));
        given(decider, STARTED, ASKED, COMPLETED)
                .when(rate(Rating.DOWN, COMMENT))
                .thenEvents(rated(Rating.DOWN, COMMENT));
    }

    @Test
    void worksForAnAnswerThatWasCutOff() {
        given(decider, STARTED, ASKED, INTERRUPTED)
                .when(rate(Rating.DOWN, null))
                .thenEvents(rated(Rating.DOWN, null));
    }

    @Test
    void canBeChanged() {
        given(decider, STARTED, ASKED, COMPLETED, rated(Rating.DOWN, null))
                .when(rate(Rating.UP, null))
                .thenEvents(rated(Rating.UP, null));
        given(decider, STARTED, ASKED, COMPLETED, rated(Rating.DOWN, null))
                .when(rate(Rating.DOWN, COMMENT))
                .thenEvents(rated(Rating.DOWN, COMMENT));
    }

    @Test
    void withTheSameWordsDoesNothing() {
        given(decider, STARTED, ASKED, COMPLETED, rated(Rating.DOWN, COMMENT))
                .when(rate(Rating.DOWN, COMMENT))
                .thenNothing();
    }

    @Test
    void isRefusedWithoutAnAnswer() {
        assertThat(given(decider, STARTED, ASKED)
                        .when(rate(Rating.UP, null))
                        .thenRejected("turn_not_answered")
                        .kind())
                .isEqualTo(RejectionKind.CONFLICT);
        given(decider, STARTED, ASKED, FAILED).when(rate(Rating.UP, null)).thenRejected("turn_not_answered");
    }

    @Test
    void isRefusedWhereThereIsNothing() {
        given(decider).when(rate(Rating.UP, null)).thenRejected("not_found");
        given(decider, STARTED, asked(SECOND)).when(rate(Rating.UP, null)).thenRejected("not_found");
        given(decider, STARTED, ASKED, COMPLETED, DELETED)
                .when(rate(Rating.UP, null))
                .thenRejected("not_found");
    }

    @Test
    void isRefusedToAnybodyElse() {
        given(decider, STARTED, ASKED, COMPLETED)
                .when(new RateTurn(TEA, INTRUDER, NOON, BOB, FIRST, Rating.DOWN, null))
                .thenRejected("not_found");
    }

    private static RateTurn rate(Rating rating, @Nullable PersonalText comment) {
        return new RateTurn(TEA, ACTOR, NOON, ADA, FIRST, rating, comment);
    }

    private static TurnRated rated(Rating rating, @Nullable PersonalText comment) {
        return new TurnRated(TEA, NOON, ADA, FIRST, rating, comment);
    }
}
