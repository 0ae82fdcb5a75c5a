package ai.novacore.application.conversation;

import static ai.novacore.application.conversation.ChatFixture.MIRA;
import static ai.novacore.application.conversation.ChatFixture.MODEL;
import static ai.novacore.application.conversation.ChatFixture.NOOR;
import static ai.novacore.application.conversation.ChatFixture.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Ended;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Finish;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.application.model.ScriptedChatModel.Hold;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.TurnId;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was said can be read again, from any place, on any node, while it is said and afterwards. */
@Timeout(60)
class FollowingTurns {
    private final ChatFixture fixture = new ChatFixture();
    private final RecordingReader reader = new RecordingReader();
    private final AskQuestion otherNode = fixture.onAnotherNode();
    private final KeepTurns keeping = fixture.chat.keeping();
    private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void endOthers() {
        others.close();
    }

    @Test
    void bringsTheFirstPiecesOneByOneAndTheRestTogether() {
        String[] pieces = Collections.nCopies(500, "a ").toArray(String[]::new);
        fixture.model.answers(pieces);
        Ended ended = fixture.ask("Who purrs?", reader);
        assertThat(reader.heard).startsWith("begun", "a ", "a ", "a ", "a ").hasSizeLessThan(50);
        assertThat(reader.said()).isEqualTo("a ".repeat(500));
        assertThat(reader.ends).startsWith(2L).endsWith((long) ended.reply().length());
    }

    @Test
    void readsATurnAgainThatHasEnded() {
        fixture.model.answersCounting(40, "A ", "cat ", "purrs.");
        Ended first = fixture.ask("Who purrs?", reader);
        RecordingReader again = new RecordingReader();
        Ended second = fixture.chat.follow(MIRA, first.begun().turn(), 0, again);
        assertThat(again.said()).isEqualTo("A cat purrs.");
        assertThat(second).isEqualTo(first);
        RecordingReader rest = new RecordingReader();
        fixture.chat.follow(MIRA, first.begun().turn(), 2, rest);
        assertThat(rest.said()).isEqualTo("cat purrs.");
        RecordingReader nothing = new RecordingReader();
        fixture.chat.follow(MIRA, first.begun().turn(), 1_000, nothing);
        assertThat(nothing.heard).containsExactly("begun");
    }

    @Test
    void tellsWhyThereWasNoAnswer() {
        fixture.model.fails(Kind.TIMEOUT, "A c");
        assertThatThrownBy(() -> fixture.ask("Who purrs?", reader)).isInstanceOf(ModelFailure.class);
        fixture.model.fails(Kind.UNAVAILABLE);
        assertThatThrownBy(() -> fixture.ask("Who barks?", reader)).isInstanceOf(ModelFailure.class);
        assertFollowing(0, Kind.TIMEOUT);
        assertFollowing(1, Kind.UNAVAILABLE);
    }

    private void assertFollowing(int number, Kind kind) {
        TurnId turn = fixture.all(TurnStarted.class).get(number).turn();
        assertThatThrownBy(() -> fixture.chat.follow(MIRA, turn, 0, new RecordingReader()))
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    @Test
    void isOnlyForTheOwner() {
        TurnId turn = fixture.ask("Who purrs?", reader).begun().turn();
        assertThatThrownBy(() -> fixture.chat.follow(NOOR, turn, 0, new RecordingReader()))
                .isInstanceOf(DomainRejection.class);
        assertThatThrownBy(() -> fixture.chat.follow(MIRA, new TurnId("trn_none"), 0, new RecordingReader()))
                .isInstanceOf(DomainRejection.class);
    }

    @Test
    void neverBreaksACharacter() {
        fixture.model.answers("🦊🦊");
        TurnId turn = fixture.ask("Who purrs?", reader).begun().turn();
        RecordingReader rest = new RecordingReader();
        fixture.chat.follow(MIRA, turn, 1, rest);
        assertThat(rest.said()).isEqualTo("🦊");
    }

    @Test
    void goesOnAsLongAsOneReaderIsThere() throws Exception {
        Hold hold = fixture.model.holds(1, "A ", "cat.");
        Future<Ended> asking = inBackground(() -> fixture.ask("Who purrs?", new RecordingReader() {
            @Override
            public void text(String text, long end) {
                super.text(text, end);
                fixture.chat.follow(MIRA, begun.getFirst().turn(), 0, reader);
                throw new IllegalStateException("left after the other one has heard all");
            }
        }));
        hold.awaitReached();
        hold.release();
        assertThatThrownBy(asking::get).hasRootCauseMessage("left after the other one has heard all");
        assertThat(reader.said()).isEqualTo("A cat.");
        assertThat(fixture.all(TurnInterrupted.class)).isEmpty();
    }

    @Test
    void followsATurnOfAnotherNodeAsFarAsItWasSaved() throws Exception {
        Hold hold = fixture.model.holds(1, "A ", "cat.");
        Future<Ended> asking = inBackground(() -> fixture.ask("Who purrs?", reader));
        hold.awaitReached();
        fixture.follow();
        keeping.keep();
        Future<Ended> following = inBackground(() ->
                otherNode.follow(MIRA, fixture.only(TurnStarted.class).turn(), 0, new RecordingReader() {
                    @Override
                    public void text(String text, long end) {
                        assertThat(text).isEqualTo(end == 2 ? "A " : "cat.");
                        hold.release();
                    }
                }));
        assertThat(following.get()).isEqualTo(asking.get());
        assertThat(following.get().reply()).isEqualTo("A cat.");
    }

    @Test
    void stopsATurnOfAnotherNode() throws Exception {
        Hold hold = fixture.model.holds(1, "A ", "cat.");
        Future<Ended> asking = inBackground(() -> fixture.ask("Who purrs?", reader));
        hold.awaitReached();
        TurnId turn = fixture.only(TurnStarted.class).turn();
        assertThatThrownBy(() -> otherNode.cancel(NOOR, turn)).isInstanceOf(DomainRejection.class);
        otherNode.cancel(MIRA, turn);
        keeping.keep();
        assertThat(asking.get().finish()).isEqualTo(Finish.INTERRUPTED);
        assertThat(fixture.only(TurnInterrupted.class).reason()).isEqualTo("cancelled");
    }

    @Test
    void answersAQuestionOnceThatComesTwice() throws Exception {
        Question asked = new Question(MIRA, "Who purrs?", null, null, true, false, "key-1", null);
        Hold hold = fixture.model.holds(1, "A ", "cat.");
        Future<Ended> first = inBackground(() -> fixture.chat.ask(asked, reader));
        hold.awaitReached();
        fixture.follow();
        Future<Ended> parallel = inBackground(() -> fixture.chat.ask(asked, new RecordingReader()));
        Future<Ended> elsewhere = inBackground(() -> otherNode.ask(asked, new RecordingReader()));
        hold.release();

        assertThat(parallel.get()).isEqualTo(first.get());
        assertThat(elsewhere.get()).isEqualTo(first.get());
        assertThat(otherNode.ask(asked, new RecordingReader())).isEqualTo(first.get());
        assertThat(fixture.model.calls()).isEqualTo(1);
        assertThat(fixture.all(UsageSettled.class)).hasSize(1);
    }

    @Test
    void refusesAnotherQuestionUnderTheSameKey() {
        fixture.chat.ask(new Question(MIRA, "Who purrs?", null, null, true, false, "key-1", null), reader);
        for (Question other : new Question[] {
            new Question(MIRA, "Who barks?", null, null, true, false, "key-1", null),
            new Question(MIRA, "Who purrs?", null, MODEL, true, false, "key-1", null),
            new Question(MIRA, "Who purrs?", null, null, false, false, "key-1", null),
            new Question(MIRA, "Who purrs?", null, null, true, true, "key-1", null)
        }) {
            assertThatThrownBy(() -> fixture.chat.ask(other, reader))
                    .isInstanceOfSatisfying(
                            DomainRejection.class,
                            rejection -> assertThat(rejection.code()).isEqualTo("idempotency_key_reused"));
        }
        fixture.chat.ask(new Question(NOOR, "Who barks?", null, null, true, false, "key-1", null), reader);
        assertThat(fixture.model.calls()).isEqualTo(2);
    }

    @Test
    void recordsAnEndLaterThatCannotBeRecordedNow() throws Exception {
        Hold hold = fixture.model.holds(1, "A ", "cat.");
        Future<Ended> asking = inBackground(() -> fixture.ask("Who purrs?", reader));
        hold.awaitReached();
        fixture.commands.fail(new IllegalStateException("the database is gone"));
        hold.release();
        fixture.commands.awaitFailures();
        fixture.commands.fail(null);
        assertThat(asking).isNotDone();

        await().until(() -> {
            keeping.keep();
            return asking.isDone();
        });
        assertThat(asking.get().reply()).isEqualTo("A cat.");
        assertThat(asking.get().usage()).isEqualTo(new TokenUsage(7, 2));
        assertThat(fixture.all(UsageSettled.class)).hasSize(1);
    }

    @Test
    void keepsNothingThatCannotBeStored() {
        fixture.model.answers("A\u0000 ", "cat.\uD83E");
        assertThat(fixture.chat.ask(question("Who purrs?", null), reader).reply())
                .isEqualTo("A cat.\uFFFD");
    }

    private Future<Ended> inBackground(Callable<Ended> work) {
        return others.submit(work);
    }
}
