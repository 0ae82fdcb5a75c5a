package ai.novacore.domain.memory;

import static ai.novacore.domain.memory.MemoryExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.memory.MemoryCommand.MergeMemory;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.RejectionKind;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

@Deciding(MergeMemory.class)
class MergingMemory {
    private final MemoryDecider decider = new MemoryDecider();

    @Test
    void takesTheEvidenceOver() {
        given(decider, STORED).when(merge(ADA, OTHER, SECOND)).thenEvents(merged(OTHER, RUN, SECOND));
    }

    @Test
    void addsOnlyTheEvidenceThatIsNew() {
        given(decider, STORED, merged(THIRD, RUN, SECOND))
                .when(merge(ADA, OTHER, FIRST, SECOND, THIRD_EVIDENCE, THIRD_EVIDENCE))
                .thenEvents(merged(OTHER, RUN, THIRD_EVIDENCE));
    }

    @Test
    void isRecordedAlsoWhenThereIsNoNewEvidence() {
        given(decider, STORED).when(merge(ADA, OTHER, FIRST)).thenEvents(merged(OTHER, RUN));
    }

    @Test
    void showsAllEvidenceInTheOrderOfItsArrival() {
        Memory memory = decider.fold(
                decider.initial(), List.of(STORED, merged(OTHER, RUN, THIRD_EVIDENCE), merged(THIRD, RUN, SECOND)));

        assertThat(memory.content().evidence()).containsExactly(FIRST, THIRD_EVIDENCE, SECOND);
        assertThat(memory.absorbed()).containsExactly(OTHER, THIRD);
    }

    @Test
    void absorbsAnotherMemoryOnce() {
        given(decider, STORED, merged(OTHER, RUN, SECOND))
                .when(merge(ADA, OTHER, THIRD_EVIDENCE))
                .thenNothing();
        given(decider, STORED, merged(OTHER, RUN, SECOND), FORGOTTEN)
                .when(merge(ADA, OTHER, SECOND))
                .thenNothing();
    }

    @Test
    void withItselfMakesNoSense() {
        assertThat(given(decider, STORED)
                        .when(merge(ADA, TASTE, SECOND))
                        .thenRejected("same_memory")
                        .kind())
                .isEqualTo(RejectionKind.INVALID);
    }

    @Test
    void isRefusedForWhatIsRetired() {
        given(decider, STORED, FORGOTTEN).when(merge(ADA, OTHER, SECOND)).thenRejected("memory_not_active");
        given(decider, STORED, superseded(THIRD, RUN))
                .when(merge(ADA, OTHER, SECOND))
                .thenRejected("memory_not_active");
    }

    @Test
    void isRefusedForWhatIsNotThereOrNotTheirs() {
        given(decider).when(merge(ADA, OTHER, SECOND)).thenRejected("not_found");
        given(decider, STORED).when(merge(BOB, OTHER, SECOND)).thenRejected("not_found");
    }

    private static MergeMemory merge(UserId owner, MemoryId absorbed, Evidence... evidence) {
        return new MergeMemory(TASTE, WORKER, NOON, owner, absorbed, List.of(evidence), RUN);
    }
}
