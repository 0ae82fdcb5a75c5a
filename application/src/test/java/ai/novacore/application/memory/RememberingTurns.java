package ai.novacore.application.memory;

import static ai.novacore.application.memory.MemoryStores.ADA;
import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.saga.WhenTurnCompletedThenRemember;
import ai.novacore.application.memory.saga.WhenTurnCompletedThenRemember.Progress;
import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.Saga.Step;
import ai.novacore.domain.conversation.ConversationEvent.ConversationDeleted;
import ai.novacore.domain.conversation.ConversationEvent.ConversationRenamed;
import ai.novacore.domain.conversation.ConversationEvent.TurnCompleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnFailed;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.conversation.FinishReason;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.MemoryEvent.MemoryRecalled;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RememberingTurns {
    private static final ConversationId TALK = new ConversationId("cnv_1");
    private static final TurnId TURN = new TurnId("trn_01j9");
    private static final TurnId OTHER = new TurnId("trn_02j9");
    private static final Instant LATER = NOON.plusSeconds(5);
    private static final MemoryId REMEMBERED = new MemoryId("mem_01j9");
    private static final PersonalText PART = new PersonalText("Be");

    private final WhenTurnCompletedThenRemember saga = new WhenTurnCompletedThenRemember();
    private final InMemoryCommandDispatcher dispatcher = new InMemoryCommandDispatcher();
    private @Nullable Progress progress;

    @Test
    void storesWhatWasSaidForAShortTime() {
        tell(started("Who was Ada?"));
        assertThat(dispatcher.commands()).isEmpty();
        tell(completed("A mathematician."));

        assertThat(dispatcher.events())
                .containsExactly(new MemoryStored(
                        REMEMBERED,
                        LATER,
                        ADA,
                        MemoryTier.STM,
                        MemoryKind.EXCHANGE,
                        new PersonalText("Member said: Who was Ada?\nAssistant answered: A mathematician."),
                        0.3,
                        List.of(new Evidence(TALK, TURN)),
                        NOON,
                        new PersonalText(TALK.value()),
                        null));
        assertThat(progress).isNull();
    }

    @Test
    void storesItOnceHoweverOftenItIsTold() {
        tell(started("Who was Ada?"));
        Progress before = progress;
        tell(completed("A mathematician."));
        progress = before;
        tell(completed("A mathematician."));

        assertThat(dispatcher.commands()).hasSize(2);
        assertThat(dispatcher.events()).hasSize(1);
    }

    @Test
    void reinforcesTheMemoriesThatWereUsed() {
        dispatcher.given(stored("mem_b"), stored("mem_a"));
        tell(started("Who was Ada?", "mem_b", "mem_a", "mem_b"));
        tell(completed("A mathematician."));

        assertThat(dispatcher.events().subList(3, dispatcher.events().size()))
                .containsExactly(
                        new MemoryRecalled(new MemoryId("mem_a"), LATER, ADA, TURN),
                        new MemoryRecalled(new MemoryId("mem_b"), LATER, ADA, TURN));
    }

    @Test
    void cutsWhatIsLongAtWholeCharacters() {
        tell(started("🦊".repeat(4_001)));
        tell(completed("🐺".repeat(1_001)));

        String text = ((MemoryStored) dispatcher.events().getFirst()).text().value();
        assertThat(text)
                .isEqualTo("Member said: " + "🦊".repeat(3_999) + "…\nAssistant answered: " + "🐺".repeat(999) + "…");
    }

    @Test
    void keepsWhatJustFits() {
        tell(started("q".repeat(4_000)));
        tell(completed("a".repeat(1_000)));

        String text = ((MemoryStored) dispatcher.events().getFirst()).text().value();
        assertThat(text).isEqualTo("Member said: " + "q".repeat(4_000) + "\nAssistant answered: " + "a".repeat(1_000));
    }

    @ParameterizedTest
    @MethodSource
    void remembersNothingOfATurnThatEndsOtherwise(DomainEvent end) {
        tell(started("Who was Ada?"));
        tell(end);

        assertThat(progress).isNull();
        assertThat(dispatcher.commands()).isEmpty();
    }

    static List<DomainEvent> remembersNothingOfATurnThatEndsOtherwise() {
        return List.of(
                new TurnInterrupted(TALK, LATER, ADA, TURN, PART, "node_lost", TokenUsage.NONE),
                new TurnFailed(TALK, LATER, ADA, TURN, "model_failed"),
                new ConversationDeleted(TALK, LATER, ADA));
    }

    @Test
    void isNotDisturbedByOtherTurnsOfTheConversation() {
        tell(started("Who was Ada?"));
        Progress before = progress;
        tell(new TurnStarted(TALK, NOON, ADA, OTHER, PART, "llama3.2", List.of(), "node-1", null));
        tell(new TurnCompleted(TALK, LATER, ADA, OTHER, PART, FinishReason.STOP, TokenUsage.NONE));
        tell(new TurnFailed(TALK, LATER, ADA, OTHER, "model_failed"));
        tell(new ConversationRenamed(TALK, LATER, ADA, PART));

        assertThat(progress).isEqualTo(before).isNotNull();
        assertThat(dispatcher.commands()).isEmpty();
    }

    @Test
    void hasNothingToRememberOfATurnWhoseStartItMissed() {
        tell(completed("A mathematician."));

        assertThat(progress).isNull();
        assertThat(dispatcher.commands()).isEmpty();
    }

    private void tell(DomainEvent event) {
        Step<Progress> step = saga.react(event, progress);
        progress = step.progress();
        step.commands().forEach(dispatcher::dispatch);
    }

    private static TurnStarted started(String prompt, String... memories) {
        List<RecalledMemory> used = List.of(memories).stream()
                .map(id -> new RecalledMemory(new MemoryId(id), MemoryTier.ITM, 0.5))
                .toList();
        return new TurnStarted(TALK, NOON, ADA, TURN, new PersonalText(prompt), "llama3.2", used, "node-1", null);
    }

    private static TurnCompleted completed(String reply) {
        return new TurnCompleted(
                TALK, LATER, ADA, TURN, new PersonalText(reply), FinishReason.STOP, new TokenUsage(10, 20));
    }

    private static MemoryStored stored(String id) {
        return new MemoryStored(
                new MemoryId(id), NOON, ADA, MemoryTier.ITM, MemoryKind.FACT, PART, 0.5, List.of(), NOON, null, null);
    }
}
