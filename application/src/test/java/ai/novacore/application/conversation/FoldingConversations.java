package ai.novacore.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.conversation.readmodel.ConversationThreadProjection;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.conversation.readmodel.ThreadTurn.Status;
import ai.novacore.application.testing.Folding;
import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.conversation.ConversationEvent.ConversationDeleted;
import ai.novacore.domain.conversation.ConversationEvent.ConversationRenamed;
import ai.novacore.domain.conversation.ConversationEvent.ConversationStarted;
import ai.novacore.domain.conversation.ConversationEvent.ConversationTitled;
import ai.novacore.domain.conversation.ConversationEvent.TurnCompleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnFailed;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.conversation.ConversationEvent.TurnRated;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.conversation.ConversationEvent.TurnsSetAside;
import ai.novacore.domain.conversation.FinishReason;
import ai.novacore.domain.conversation.Rating;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FoldingConversations {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final ConversationId ID = new ConversationId("cnv_1");
    private static final TurnId FIRST = new TurnId("trn_1");
    private static final TurnId SECOND = new TurnId("trn_2");
    private static final TurnId THIRD = new TurnId("trn_3");
    private static final Instant T0 = Instant.parse("2026-11-21T08:00:00Z");
    private static final TokenUsage USAGE = new TokenUsage(12, 34);
    private static final List<RecalledMemory> MEMORIES =
            List.of(new RecalledMemory(new MemoryId("mem_1"), MemoryTier.LTM, 0.5));
    private static final ConversationEvent STARTED = new ConversationStarted(ID, at(0), MIRA, new PersonalText("Cats"));

    private final InMemoryConversationThreads threads = new InMemoryConversationThreads();
    private final ConversationThreadProjection projection = new ConversationThreadProjection(threads);

    @Test
    void hasAStableName() {
        assertThat(projection.name()).isEqualTo("conversation-threads");
    }

    @ParameterizedTest
    @EnumSource
    void showsATurnFromItsStart(Folding folding) {
        folding.into(projection, List.of(STARTED, turnStarted(FIRST, 1)));

        assertThat(threads.find(ID))
                .contains(new ConversationThread(summary("Cats", at(1), 1), List.of(running(FIRST, 1))));
    }

    @ParameterizedTest
    @EnumSource
    void showsHowTurnsEnd(Folding folding) {
        folding.into(
                projection,
                List.of(
                        STARTED,
                        turnStarted(FIRST, 1),
                        new TurnCompleted(ID, at(2), MIRA, FIRST, new PersonalText("A cat."), FinishReason.STOP, USAGE),
                        turnStarted(SECOND, 3),
                        new TurnInterrupted(ID, at(4), MIRA, SECOND, new PersonalText("A c"), "cancelled", USAGE),
                        turnStarted(THIRD, 5),
                        new TurnFailed(ID, at(6), MIRA, THIRD, "model_failed")));

        assertThat(threads.find(ID))
                .contains(new ConversationThread(
                        summary("Cats", at(6), 3),
                        List.of(
                                turn(FIRST, 1, Status.COMPLETED, "A cat.", FinishReason.STOP, null, USAGE, at(2)),
                                turn(SECOND, 3, Status.INTERRUPTED, "A c", null, "cancelled", USAGE, at(4)),
                                turn(THIRD, 5, Status.FAILED, null, null, "model_failed", TokenUsage.NONE, at(6)))));
    }

    @ParameterizedTest
    @EnumSource
    void countsTurnsThatWereSetAsideNoMore(Folding folding) {
        folding.into(
                projection,
                List.of(
                        STARTED,
                        turnStarted(FIRST, 1),
                        new TurnFailed(ID, at(2), MIRA, FIRST, "model_failed"),
                        turnStarted(SECOND, 3),
                        new TurnFailed(ID, at(4), MIRA, SECOND, "model_failed"),
                        turnStarted(THIRD, 5),
                        new TurnsSetAside(ID, at(5), MIRA, THIRD, List.of(FIRST, SECOND))));

        assertThat(threads.summary(ID)).contains(summary("Cats", at(5), 1));
        assertThat(threads.find(ID).orElseThrow().turns())
                .extracting(ThreadTurn::replacedBy)
                .containsExactly(THIRD, THIRD, null);
        assertThat(threads.find(ID).orElseThrow().inForce().turns()).containsExactly(running(THIRD, 5));
    }

    @ParameterizedTest
    @EnumSource
    void showsTheLatestRating(Folding folding) {
        folding.into(
                projection,
                List.of(
                        STARTED,
                        turnStarted(FIRST, 1),
                        new TurnCompleted(ID, at(2), MIRA, FIRST, new PersonalText("A"), FinishReason.LENGTH, USAGE),
                        new TurnRated(ID, at(7), MIRA, FIRST, Rating.UP, null),
                        new TurnRated(ID, at(8), MIRA, FIRST, Rating.DOWN, new PersonalText("Cut off"))));

        assertThat(threads.turn(FIRST)).hasValueSatisfying(turn -> {
            assertThat(turn.rating()).isEqualTo(Rating.DOWN);
            assertThat(turn.ratingComment()).isEqualTo("Cut off");
            assertThat(turn.finishReason()).isEqualTo(FinishReason.LENGTH);
        });
        assertThat(threads.summary(ID)).contains(summary("Cats", at(2), 1));
    }

    @ParameterizedTest
    @EnumSource
    void takesTheModelsTitleWithoutMovingTheConversation(Folding folding) {
        folding.into(
                projection, List.of(STARTED, new ConversationTitled(ID, at(9), MIRA, new PersonalText("Purring"))));

        assertThat(threads.summary(ID)).contains(summary("Purring", at(0), 0));
    }

    @ParameterizedTest
    @EnumSource
    void showsTheLatestTitle(Folding folding) {
        folding.into(
                projection, List.of(STARTED, new ConversationRenamed(ID, at(9), MIRA, new PersonalText("Purring"))));

        assertThat(threads.summary(ID)).contains(summary("Purring", at(9), 0));
    }

    @ParameterizedTest
    @EnumSource
    void keepsNothingOnceTheAccountIsGone(Folding folding) {
        folding.into(projection, List.of(STARTED, turnStarted(FIRST, 1), new UserErased(MIRA, at(2))));

        assertThat(threads.find(ID)).isEmpty();
        assertThat(threads.turn(FIRST)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void dropsWhatWasDeleted(Folding folding) {
        folding.into(
                projection,
                List.of(
                        STARTED,
                        turnStarted(FIRST, 1),
                        new ConversationDeleted(ID, at(2), MIRA),
                        new TurnInterrupted(ID, at(3), MIRA, FIRST, new PersonalText("A"), "deleted", USAGE)));

        assertThat(threads.find(ID)).isEmpty();
        assertThat(threads.turn(FIRST)).isEmpty();
    }

    private static ConversationEvent turnStarted(TurnId turn, int seconds) {
        return new TurnStarted(
                ID, at(seconds), MIRA, turn, new PersonalText("Who purrs?"), "llama3.2", MEMORIES, "node-1", null);
    }

    private static ThreadTurn running(TurnId id, int started) {
        return turn(id, started, Status.STARTED, null, null, null, null, null);
    }

    private static ThreadTurn turn(
            TurnId id,
            int started,
            Status status,
            @Nullable String reply,
            @Nullable FinishReason finishReason,
            @Nullable String failure,
            @Nullable TokenUsage usage,
            @Nullable Instant ended) {
        return new ThreadTurn(
                id,
                ID,
                MIRA,
                "Who purrs?",
                reply,
                status,
                finishReason,
                failure,
                "llama3.2",
                "node-1",
                usage,
                MEMORIES,
                null,
                null,
                at(started),
                ended,
                null);
    }

    private static ConversationSummary summary(String title, Instant updatedAt, int turns) {
        return new ConversationSummary(ID, MIRA, title, T0, updatedAt, turns);
    }

    private static Instant at(int seconds) {
        return T0.plusSeconds(seconds);
    }
}
