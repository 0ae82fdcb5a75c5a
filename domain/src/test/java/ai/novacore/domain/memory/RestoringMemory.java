package ai.novacore.domain.memory;

import static ai.novacore.domain.memory.MemoryExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.shared.MemoryTier.ITM;
import static ai.novacore.domain.shared.MemoryTier.STM;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.memory.MemoryCommand.RestoreMemory;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.PersonalText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a member gets back who asks for it; {@link UndoingRun} is about runs of the workers. */
@Deciding(RestoreMemory.class)
class RestoringMemory {
    private static final RestoreMemory RESTORE = new RestoreMemory(TASTE, ACTOR, NOON, ADA, null);

    private final MemoryDecider decider = new MemoryDecider();

    @Test
    void bringsAForgottenOneBack() {
        given(decider, STORED, FORGOTTEN).when(RESTORE).thenEvents(restored(STM, TEXT, null, FIRST));
        given(decider, STORED, forgotten(ForgetReason.EXPIRED, RUN))
                .when(RESTORE)
                .thenEvents(restored(STM, TEXT, null, FIRST));
    }

    @Test
    void bringsASupersededOneBack() {
        given(decider, STORED, superseded(OTHER, RUN)).when(RESTORE).thenEvents(restored(STM, TEXT, null, FIRST));
    }

    @Test
    void takesACorrectionBack() {
        given(decider, STORED, revised(BETTER)).when(RESTORE).thenEvents(restored(STM, TEXT, null, FIRST));
    }

    @Test
    void takesTheLatestOfSeveralChangesBack() {
        given(decider, STORED, revised(BETTER), revised(BEST))
                .when(RESTORE)
                .thenEvents(restored(STM, BETTER, null, FIRST));
        given(decider, STORED, revised(BETTER), FORGOTTEN).when(RESTORE).thenEvents(restored(STM, BETTER, null, FIRST));
    }

    @Test
    void goesOneStepFurtherEachTime() {
        given(decider, STORED, revised(BETTER), FORGOTTEN, restored(STM, BETTER, null, FIRST))
                .when(RESTORE)
                .thenEvents(restored(STM, TEXT, null, FIRST));
        given(
                        decider,
                        STORED,
                        revised(BETTER),
                        FORGOTTEN,
                        restored(STM, BETTER, null, FIRST),
                        restored(STM, TEXT, null, FIRST))
                .when(RESTORE)
                .thenNothing();
    }

    @Test
    void keepsWhatAWorkerDidAfterTheCorrection() {
        given(decider, STORED, revised(BETTER), promoted(STM, ITM, RUN), merged(OTHER, RUN, SECOND))
                .when(RESTORE)
                .thenEvents(restored(ITM, TEXT, null, FIRST, SECOND));
    }

    @Test
    void makesItActiveAlsoWhenItWasSupersededBeforeItWasForgotten() {
        List<MemoryEvent> events = List.of(STORED, superseded(OTHER, RUN), FORGOTTEN);
        Memory memory = decider.fold(decider.initial(), events);
        Memory restored = decider.fold(memory, decider.decide(RESTORE, memory));

        assertThat(restored).isEqualTo(decider.evolve(decider.initial(), STORED));
    }

    @Test
    void leavesNoTraceInTheStateButTheRecalls() {
        List<MemoryEvent> events = List.of(STORED, recalled(TURN), superseded(OTHER, RUN));
        Memory memory = decider.fold(decider.initial(), events);
        Memory restored = decider.fold(memory, decider.decide(RESTORE, memory));

        assertThat(restored).isEqualTo(decider.fold(decider.initial(), List.of(STORED, recalled(TURN))));
    }

    @Test
    void doesNothingWhereThereIsNothingToTakeBack() {
        given(decider, STORED).when(RESTORE).thenNothing();
        given(decider, STORED, recalled(TURN), promoted(STM, ITM, RUN), merged(OTHER, RUN, SECOND))
                .when(RESTORE)
                .thenNothing();
        given(decider, STORED, FORGOTTEN, restored(STM, TEXT, null, FIRST))
                .when(RESTORE)
                .thenNothing();
    }

    @Test
    void reachesBackAsFarAsTheChangesThatAreKept() {
        Memory memory = decider.evolve(decider.initial(), STORED);
        for (int i = 0; i < 3 * Memory.CHANGES_KEPT; i++) {
            memory = decider.evolve(memory, revised(new PersonalText("Ada likes tea, version " + i + ".")));
        }
        int steps = 0;
        List<MemoryEvent> events = decider.decide(RESTORE, memory);
        while (!events.isEmpty()) {
            memory = decider.fold(memory, events);
            events = decider.decide(RESTORE, memory);
            steps++;
        }

        assertThat(steps).isEqualTo(Memory.CHANGES_KEPT);
        assertThat(memory.content().text())
                .isEqualTo(new PersonalText("Ada likes tea, version " + (2 * Memory.CHANGES_KEPT - 1) + "."));
    }

    @Test
    void isOverWithTheErasure() {
        given(decider, STORED, ERASED).when(RESTORE).thenRejected("not_found");
        given(decider, STORED, FORGOTTEN, ERASED).when(RESTORE).thenRejected("not_found");
        given(decider, STORED, forgotten(ForgetReason.ERASURE, RUN))
                .when(new RestoreMemory(TASTE, WORKER, NOON, ADA, RUN))
                .thenRejected("not_found");
    }

    @Test
    void isRefusedForWhatIsNotThereOrNotTheirs() {
        given(decider).when(RESTORE).thenRejected("not_found");
        given(decider, STORED, FORGOTTEN)
                .when(new RestoreMemory(TASTE, ACTOR, NOON, BOB, null))
                .thenRejected("not_found");
    }
}
