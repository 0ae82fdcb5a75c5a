package ai.novacore.application.conversation;

import static ai.novacore.application.conversation.ChatFixture.MIRA;
import static ai.novacore.application.conversation.ChatFixture.NOOR;
import static ai.novacore.application.conversation.ChatFixture.question;
import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Ended;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Finish;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.application.conversation.readmodel.ThreadTurn.Status;
import ai.novacore.application.model.HashingEmbedder;
import ai.novacore.application.model.ScriptedChatModel.Hold;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.domain.conversation.ConversationEvent.TurnCompleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnFailed;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaEvent.QuotaWarned;
import ai.novacore.domain.quota.QuotaEvent.UsageReleased;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EndingTurnsBadly {
    private final ChatFixture fixture = new ChatFixture();
    private final RecordingReader reader = new RecordingReader();

    @AfterEach
    void leavesNoTurnRunning() {
        ended();
        assertThat(fixture.openTurns.of(MIRA)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void failsAndPaysNothingWhenThereIsNoAnswer(Kind kind) {
        fixture.model.fails(kind);
        assertFailing(kind);
        assertThat(fixture.only(TurnFailed.class).code()).isEqualTo(kind.code());
        assertThat(fixture.only(UsageReleased.class).reason()).isEqualTo(kind.code());
        assertThat(fixture.commands.transactions().getLast()).containsExactly("UsageReleased", "TurnFailed");
        assertThat(fixture.threads.turn(fixture.only(TurnStarted.class).turn()))
                .hasValueSatisfying(turn -> assertThat(turn.status()).isEqualTo(Status.FAILED));
    }

    @Test
    void endsAlsoWhenEverythingBreaks() {
        AskQuestion chat = fixture.chat(new HashingEmbedder(), (prompt, listener, cancellation) -> {
            throw new StackOverflowError();
        });
        assertThatThrownBy(() -> chat.ask(question("Who purrs?", null), reader))
                .hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(fixture.only(TurnFailed.class).code()).isEqualTo("internal_error");
        assertThat(fixture.only(UsageReleased.class).reason()).isEqualTo("internal_error");
    }

    @Test
    void paysForThePartThatCameBeforeTheModelFailed() {
        fixture.model.fails(Kind.TIMEOUT, "A ", "c");
        assertFailing(Kind.TIMEOUT);
        assertInterrupted("model_timeout", "A c", 2);
    }

    @Test
    void isInterruptedWhenTheReaderDoesNotTakeTheBeginning() {
        RuntimeException gone = new IllegalStateException("gone");
        fixture.model.holds(0, "A ", "cat.");
        assertThatThrownBy(() -> fixture.ask("Who purrs?", refusing(gone))).isSameAs(gone);
        ended();
        assertInterrupted("reader_left", "", 0);
    }

    @Test
    void isInterruptedWhenTheReaderLeaves() {
        RuntimeException gone = new IllegalStateException("gone");
        fixture.model.holds(2, "A ", "cat ", "purrs.");
        assertThatThrownBy(() -> fixture.ask("Who purrs?", new RecordingReader() {
                    @Override
                    public void text(String text, long end) {
                        if (end == "A cat ".length()) {
                            throw gone;
                        }
                    }
                }))
                .isSameAs(gone);
        ended();
        assertInterrupted("reader_left", "A cat ", 2);
    }

    @Test
    void goesOnWithoutAReaderWhenItWasToldTo() {
        RuntimeException gone = new IllegalStateException("gone");
        Hold hold = fixture.model.holds(1, "A ", "cat.");
        assertThatThrownBy(() -> fixture.chat.ask(
                        new Question(MIRA, "Who purrs?", null, null, true, true, null, null), refusing(gone)))
                .isSameAs(gone);
        hold.release();
        ended();
        assertThat(fixture.only(TurnCompleted.class).reply().value()).isEqualTo("A cat.");
    }

    @Test
    void doesNotTakeAFailureOfTheReaderForOneOfTheModel() {
        ModelFailure gone = new ModelFailure(Kind.FAILED, "of the reader");
        fixture.model.holds(0, "A cat.");
        assertThatThrownBy(() -> fixture.ask("Who purrs?", refusing(gone))).isSameAs(gone);
        ended();
        assertInterrupted("reader_left", "", 0);
    }

    @Test
    void isInterruptedWhenItsOwnerCancels() {
        fixture.model.holds(1, "A ", "cat ", "purrs.");
        Ended ended = fixture.ask("Who purrs?", cancellingAs(MIRA));
        assertThat(ended.finish()).isEqualTo(Finish.INTERRUPTED);
        assertThat(ended.reply()).isEqualTo("A ");
        assertInterrupted("cancelled", "A ", 1);
    }

    @Test
    void costsNothingWhenItIsCancelledWhileItWaits() {
        ChatModel busy = (prompt, listener, cancellation) -> {
            listener.queued(3);
            CountDownLatch left = new CountDownLatch(1);
            cancellation.onCancel(left::countDown);
            awaitUninterruptibly(left);
            return new Completion(Completion.Finish.CANCELLED, 0, 0);
        };
        AskQuestion chat = fixture.chat(new HashingEmbedder(), busy);
        RecordingReader impatient = new RecordingReader() {
            @Override
            public void queued(int position) {
                heard.add("queued " + position);
                fixture.chat.cancel(MIRA, begun.getFirst().turn());
            }
        };
        Ended ended = chat.ask(question("Who purrs?", null), impatient);
        assertThat(impatient.heard).containsExactly("begun", "queued 3");
        assertThat(ended.usage()).isEqualTo(TokenUsage.NONE);
        assertThat(fixture.only(UsageReleased.class).reason()).isEqualTo("cancelled");
        assertThat(fixture.only(TurnInterrupted.class).reason()).isEqualTo("cancelled");
    }

    @Test
    void cannotBeCancelledBySomebodyElse() {
        fixture.model.holds(1, "A ", "cat.");
        assertThatThrownBy(() -> fixture.ask("Who purrs?", cancellingAs(NOOR)))
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo("not_found"));
        ended();
        assertThat(fixture.only(TurnInterrupted.class).reason()).isEqualTo("reader_left");
        assertThatThrownBy(() -> fixture.chat.cancel(
                        NOOR, fixture.only(TurnInterrupted.class).turn()))
                .isInstanceOf(DomainRejection.class);
    }

    @Test
    void isCancelledInVainWhenItHasEnded() {
        Ended ended = fixture.ask("Who purrs?", reader);
        fixture.chat.cancel(MIRA, ended.begun().turn());
        assertThat(fixture.all(TurnInterrupted.class)).isEmpty();
        assertThatThrownBy(() -> fixture.chat.cancel(MIRA, new TurnId("trn_none")))
                .isInstanceOf(DomainRejection.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 50000, messages", "50, 10, tokens"})
    void doesNotBeginWhenTheDayIsUsedUp(long messages, long tokens, String resource) {
        QuotaId today = QuotaId.on(MIRA, NOON);
        fixture.log.given(new QuotaOpened(today, NOON, new Allowance(Tier.FREE, messages, tokens)));
        assertThatThrownBy(() -> fixture.ask("Who purrs?", reader))
                .isInstanceOfSatisfying(LimitReached.class, limit -> {
                    assertThat(limit.code()).isEqualTo("quota_exceeded");
                    assertThat(limit.resource()).isEqualTo(resource);
                });
        assertThat(fixture.counted("quota.exceeded", "resource_type", resource)).isEqualTo(1);
        assertThat(fixture.all(UsageReserved.class)).isEmpty();
        assertThat(fixture.all(TurnStarted.class)).isEmpty();
        assertThat(fixture.all(QuotaWarned.class)).hasSize(messages == 0 ? 1 : 0);
        assertThat(reader.heard).isEmpty();
        assertThat(fixture.model.calls()).isZero();
    }

    @Test
    void leavesWhatWasSaidInTheThread() {
        fixture.model.fails(Kind.FAILED, "A ", "c");
        assertFailing(Kind.FAILED);
        fixture.chat.ask(question("Go on", fixture.conversation()), reader);
        assertThat(fixture.model.prompts().getLast().messages().toString()).contains("A c");
    }

    private void ended() {
        try {
            assertThat(fixture.running.awaitNone(Duration.ofSeconds(20))).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RecordingReader refusing(RuntimeException gone) {
        return new RecordingReader() {
            @Override
            public void begun(Begun turn) {
                throw gone;
            }
        };
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private RecordingReader cancellingAs(UserId user) {
        return new RecordingReader() {
            @Override
            public void text(String text, long end) {
                super.text(text, end);
                fixture.chat.cancel(user, begun.getFirst().turn());
            }
        };
    }

    private void assertFailing(Kind kind) {
        assertThatThrownBy(() -> fixture.ask("Who purrs?", reader))
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    /** Interrupted, and charged the estimate of the prompt with the pieces that came. */
    private void assertInterrupted(String reason, String reply, long pieces) {
        long estimate = fixture.only(UsageReserved.class).inputTokens();
        TurnInterrupted interrupted = fixture.only(TurnInterrupted.class);
        assertThat(interrupted.reason()).isEqualTo(reason);
        assertThat(interrupted.reply().value()).isEqualTo(reply);
        assertThat(interrupted.usage()).isEqualTo(new TokenUsage(estimate, pieces));
        UsageSettled settled = fixture.only(UsageSettled.class);
        assertThat(settled.inputTokens()).isEqualTo(estimate);
        assertThat(settled.outputTokens()).isEqualTo(pieces);
        assertThat(fixture.commands.transactions().getLast()).containsExactly("UsageSettled", "TurnInterrupted");
    }
}
