package ai.novacore.domain.memory;

import static ai.novacore.domain.memory.MemoryExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.shared.MemoryTier.ITM;
import static ai.novacore.domain.shared.MemoryTier.LTM;
import static ai.novacore.domain.shared.MemoryTier.STM;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.memory.MemoryCommand.RestoreMemory;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.RejectionKind;
import java.util.List;
import org.junit.jupiter.api.Test;

@Deciding(RestoreMemory.class)
class UndoingRun {
    private static final RestoreMemory UNDO = new RestoreMemory(TASTE, WORKER, NOON, ADA, RUN);

    private final MemoryDecider decider = new MemoryDecider();

    @Test
    void takesAPromotionBack() {
        given(decider, STORED, promoted(STM, LTM, RUN)).when(UNDO).thenEvents(restored(STM, TEXT, RUN, FIRST));
    }

    @Test
    void removesTheEvidenceThatAMergeBrought() {
        given(decider, STORED, merged(THIRD, LATER_RUN, SECOND), merged(OTHER, RUN, THIRD_EVIDENCE))
                .when(UNDO)
                .thenEvents(restored(STM, TEXT, RUN, FIRST, SECOND));
    }

    @Test
    void letsAMergeHappenAnew() {
        Memory memory = decider.fold(decider.initial(), List.of(STORED, merged(OTHER, RUN, SECOND)));
        Memory undone = decider.fold(memory, decider.decide(UNDO, memory));

        assertThat(undone).isEqualTo(decider.evolve(decider.initial(), STORED));
    }

    @Test
    void makesItActiveAgain() {
        given(decider, STORED, superseded(OTHER, RUN)).when(UNDO).thenEvents(restored(STM, TEXT, RUN, FIRST));
        given(decider, STORED, forgotten(ForgetReason.EXPIRED, RUN))
                .when(UNDO)
                .thenEvents(restored(STM, TEXT, RUN, FIRST));

        Memory memory = decider.fold(
                decider.initial(), List.of(STORED, superseded(OTHER, RUN), restored(STM, TEXT, RUN, FIRST)));
        assertThat(memory).isEqualTo(decider.evolve(decider.initial(), STORED));
    }

    @Test
    void takesAllThatTheRunDidBack() {
        given(
                        decider,
                        STORED,
                        revised(BETTER),
                        promoted(STM, ITM, RUN),
                        merged(OTHER, RUN, SECOND),
                        merged(THIRD, RUN, THIRD_EVIDENCE))
                .when(UNDO)
                .thenEvents(restored(STM, BETTER, RUN, FIRST));
    }

    @Test
    void doesNotMindRecalls() {
        given(decider, STORED, promoted(STM, LTM, RUN), recalled(TURN))
                .when(UNDO)
                .thenEvents(restored(STM, TEXT, RUN, FIRST));
    }

    @Test
    void isPossibleAgainOnceALaterChangeWasTakenBack() {
        given(decider, STORED, promoted(STM, LTM, RUN), revised(BETTER), restored(LTM, TEXT, null, FIRST))
                .when(UNDO)
                .thenEvents(restored(STM, TEXT, RUN, FIRST));
    }

    @Test
    void isRefusedWhenTheMemoryWasChangedSince() {
        assertThat(given(decider, STORED, promoted(STM, LTM, RUN), revised(BETTER))
                        .when(UNDO)
                        .thenRejected("changed_since")
                        .kind())
                .isEqualTo(RejectionKind.CONFLICT);
        given(decider, STORED, promoted(STM, ITM, RUN), promoted(ITM, LTM, LATER_RUN))
                .when(UNDO)
                .thenRejected("changed_since");
    }

    @Test
    void isRefusedWhenTheMemoryWasChangedBetweenTwoOfItsChanges() {
        given(decider, STORED, promoted(STM, ITM, RUN), revised(BETTER), merged(OTHER, RUN, SECOND))
                .when(UNDO)
                .thenRejected("changed_since");
    }

    @Test
    void doesNothingForARunThatDidNotTouchIt() {
        given(decider, STORED).when(UNDO).thenNothing();
        given(decider, STORED, promoted(STM, LTM, LATER_RUN)).when(UNDO).thenNothing();
        given(decider, STORED, FORGOTTEN).when(UNDO).thenNothing();
    }

    @Test
    void forgetsWhatTheRunHadStored() {
        MemoryEvent gone = forgotten(ForgetReason.UNDONE, RUN);

        given(decider, storedBy(RUN)).when(UNDO).thenEvents(gone);
        given(decider, storedBy(RUN), recalled(TURN), supported(RUN, SECOND))
                .when(UNDO)
                .thenEvents(gone);
        given(decider, storedBy(RUN), supported(RUN, SECOND), gone).when(UNDO).thenNothing();
        given(decider, storedBy(RUN), FORGOTTEN).when(UNDO).thenNothing();
        given(decider, storedBy(RUN), revised(BETTER)).when(UNDO).thenRejected("changed_since");
        given(decider, storedBy(RUN), gone)
                .when(new RestoreMemory(TASTE, ACTOR, NOON, ADA, null))
                .thenEvents(restored(STM, TEXT, null, FIRST));
    }

    @Test
    void happensOnce() {
        given(decider, STORED, promoted(STM, LTM, RUN), restored(STM, TEXT, RUN, FIRST))
                .when(UNDO)
                .thenNothing();
    }
}
