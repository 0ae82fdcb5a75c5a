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
import ai.novacore.application.conversation.readmodel.ThreadTurn.Status;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.domain.conversation.ConversationEvent.TurnFailed;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaEvent.UsageReleased;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
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
        assertThat(fixture.running.count()).isZero();
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
    void paysForThePartThatCameBeforeTheModelFailed() {
        fixture.model.fails(Kind.TIMEOUT, "A ", "c");
        assertFailing(Kind.TIMEOUT);
        assertInterrupted("model_timeout", "A c", 2);
    }

    @Test
    void isInterruptedWhenTheReaderDoesNotTakeTheBeginning() {
        RuntimeException gone = new IllegalStateException("gone");
        assertThatThrownBy(() -> fixture.ask("Who purrs?", new RecordingReader() {
                    @Override
                    public void begun(Begun turn) {
                        throw gone;
                    }
                }))
                .isSameAs(gone);
        assertInterrupted("reader_left", "", 0);
        assertThat(fixture.model.calls()).isZero();
    }

    @Test
    void isInterruptedWhenTheReaderLeaves() {
        RuntimeException gone = new IllegalStateException("gone");
        fixture.model.answers("A ", "cat ", "purrs.");
        assertThatThrownBy(() -> fixture.ask("Who purrs?", new RecordingReader() {
                    @Override
                    public void token(String text) {
                        super.token(text);
                        if (text.equals("cat ")) {
                            throw gone;
                        }
                    }
                }))
                .isSameAs(gone);
        assertInterrupted("reader_left", "A cat ", 2);
    }

    @Test
    void doesNotTakeAFailureOfTheReaderForOneOfTheModel() {
        ModelFailure gone = new ModelFailure(Kind.FAILED, "of the reader");
        assertThatThrownBy(() -> fixture.ask("Who purrs?", new RecordingReader() {
                    @Override
                    public void begun(Begun turn) {
                        throw gone;
                    }
                }))
                .isSameAs(gone);
        assertInterrupted("reader_left", "", 0);
    }

    @Test
    void isInterruptedWhenItsOwnerCancels() {
        fixture.model.answers("A ", "cat ", "purrs.");
        Ended ended = fixture.ask("Who purrs?", cancellingAs(MIRA));
        assertThat(ended.finish()).isEqualTo(Finish.INTERRUPTED);
        assertThat(ended.reply()).isEqualTo("A ");
        assertInterrupted("cancelled", "A ", 1);
    }

    @Test
    void cannotBeCancelledBySomebodyElse() {
        assertThatThrownBy(() -> fixture.ask("Who purrs?", cancellingAs(NOOR)))
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo("not_found"));
        assertThat(fixture.only(TurnInterrupted.class).reason()).isEqualTo("reader_left");
    }

    @Test
    void cannotBeCancelledWhenItHasEnded() {
        Ended ended = fixture.ask("Who purrs?", reader);
        assertThatThrownBy(() -> fixture.chat.cancel(MIRA, ended.begun().turn()))
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo("not_found"));
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
        assertThat(fixture.log.events()).hasSize(1);
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

    private RecordingReader cancellingAs(UserId user) {
        return new RecordingReader() {
            @Override
            public void token(String text) {
                super.token(text);
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
