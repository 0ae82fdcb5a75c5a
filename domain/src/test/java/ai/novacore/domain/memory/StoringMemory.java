package ai.novacore.domain.memory;

import static ai.novacore.domain.memory.MemoryExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.memory.MemoryCommand.StoreMemory;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.RejectionKind;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Deciding(StoreMemory.class)
class StoringMemory {
    private final MemoryDecider decider = new MemoryDecider();

    @Test
    void keepsTheTextWithItsEvidence() {
        given(decider).when(store(ADA, TEXT, 0.5)).thenEvents(STORED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void takesTheBoundsOfTheImportance(double importance) {
        given(decider)
                .when(store(ADA, TEXT, importance))
                .thenEvents(new MemoryEvent.MemoryStored(
                        TASTE,
                        NOON,
                        ADA,
                        MemoryTier.STM,
                        MemoryKind.FACT,
                        TEXT,
                        importance,
                        List.of(FIRST),
                        SAID,
                        THREAD,
                        null));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesAnImportanceBeyondThem(double importance) {
        given(decider).when(store(ADA, TEXT, importance)).thenRejected("invalid_memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t "})
    void refusesATextThatCannotBeSeen(String text) {
        assertThat(given(decider)
                        .when(store(ADA, new PersonalText(text), 0.5))
                        .thenRejected("invalid_memory")
                        .kind())
                .isEqualTo(RejectionKind.INVALID);
    }

    @Test
    void happensOnce() {
        given(decider, STORED).when(store(ADA, TEXT, 0.5)).thenNothing();
        given(decider, STORED).when(store(ADA, BETTER, 0.9)).thenNothing();
    }

    @Test
    void doesNotBringAForgottenOneBack() {
        given(decider, STORED, FORGOTTEN).when(store(ADA, TEXT, 0.5)).thenNothing();
        given(decider, STORED, ERASED).when(store(ADA, TEXT, 0.5)).thenNothing();
    }

    @Test
    void isRefusedOverSomebodyElsesMemory() {
        given(decider, STORED).when(store(BOB, TEXT, 0.5)).thenRejected("not_found");
    }

    private static StoreMemory store(UserId owner, PersonalText text, double importance) {
        return new StoreMemory(
                TASTE,
                Actor.member(owner),
                NOON,
                owner,
                MemoryTier.STM,
                MemoryKind.FACT,
                text,
                importance,
                List.of(FIRST),
                SAID,
                THREAD,
                null);
    }
}
