package ai.novacore.application.conversation;

import static ai.novacore.application.conversation.ChatFixture.MIRA;
import static ai.novacore.application.conversation.ChatFixture.NOOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.domain.conversation.ConversationCommand.StartTurn;
import ai.novacore.domain.conversation.ConversationEvent.TurnRated;
import ai.novacore.domain.conversation.GivenContext;
import ai.novacore.domain.conversation.Rating;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ManagingConversations {
    private final ChatFixture fixture = new ChatFixture();
    private final ManageConversations managing =
            new ManageConversations(fixture.threads, fixture.commands, fixture.readModels, fixture.clock);

    @Test
    void showsTheNewTitleAtOnce() {
        fixture.ask("Who purrs?", new RecordingReader());
        ConversationSummary renamed = managing.rename(MIRA, fixture.conversation(), "Purring");

        assertThat(renamed.title()).isEqualTo("Purring");
        assertThat(fixture.threads.summary(fixture.conversation())).contains(renamed);
    }

    @Test
    void showsTheRatingAtOnceAndReplacesTheOneBefore() {
        TurnId turn = fixture.ask("Who purrs?", new RecordingReader()).begun().turn();
        managing.rate(MIRA, turn, Rating.DOWN, "Too short");
        managing.rate(MIRA, turn, Rating.UP, null);
        managing.rate(MIRA, turn, Rating.UP, null);

        assertThat(fixture.threads.turn(turn)).get().satisfies(rated -> {
            assertThat(rated.rating()).isEqualTo(Rating.UP);
            assertThat(rated.ratingComment()).isNull();
        });
        assertThat(fixture.all(TurnRated.class)).hasSize(2);
    }

    @Test
    void refusesWhatIsNotThereAndWhatIsSomebodyElses() {
        TurnId turn = fixture.ask("Who purrs?", new RecordingReader()).begun().turn();

        assertRefused("not_found", () -> managing.rename(NOOR, fixture.conversation(), "Mine"));
        assertRefused("not_found", () -> managing.rename(MIRA, new ConversationId("cnv_no"), "Mine"));
        assertRefused("not_found", () -> managing.rate(NOOR, turn, Rating.UP, null));
        assertRefused("not_found", () -> managing.rate(MIRA, new TurnId("trn_no"), Rating.UP, null));
    }

    @Test
    void ratesAnswersOnly() {
        fixture.commands.dispatch(new StartTurn(
                new ConversationId("cnv_1"),
                Actor.member(MIRA),
                fixture.clock.instant(),
                MIRA,
                new TurnId("trn_open"),
                new PersonalText("Cats"),
                new PersonalText("Who purrs?"),
                "llama3.2",
                List.of(),
                "node-2",
                new GivenContext(new PersonalText("You are Nova."), List.of()),
                null));
        fixture.follow();

        assertThat(fixture.threads.turn(new TurnId("trn_open")))
                .get()
                .extracting(ThreadTurn::status)
                .isEqualTo(ThreadTurn.Status.STARTED);
        assertRefused("turn_not_answered", () -> managing.rate(MIRA, new TurnId("trn_open"), Rating.UP, null));
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
    }
}
