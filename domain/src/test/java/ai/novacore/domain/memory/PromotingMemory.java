package ai.novacore.domain.memory;

import static ai.novacore.domain.memory.MemoryExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.shared.MemoryTier.ITM;
import static ai.novacore.domain.shared.MemoryTier.LTM;
import static ai.novacore.domain.shared.MemoryTier.STM;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.memory.MemoryCommand.PromoteMemory;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.RejectionKind;
import ai.novacore.domain.shared.UserId;
import org.junit.jupiter.api.Test;

@Deciding(PromoteMemory.class)
class PromotingMemory {
    private final MemoryDecider decider = new MemoryDecider();

    @Test
    void liftsItToATierThatLastsLonger() {
        given(decider, STORED).when(promote(ADA, ITM)).thenEvents(promoted(STM, ITM, RUN));
        given(decider, STORED).when(promote(ADA, LTM)).thenEvents(promoted(STM, LTM, RUN));
        given(decider, STORED, promoted(STM, ITM, RUN)).when(promote(ADA, LTM)).thenEvents(promoted(ITM, LTM, RUN));
    }

    @Test
    void doesNothingForTheSameTierOrALowerOne() {
        given(decider, STORED).when(promote(ADA, STM)).thenNothing();
        given(decider, STORED, promoted(STM, LTM, RUN)).when(promote(ADA, LTM)).thenNothing();
        given(decider, STORED, promoted(STM, LTM, RUN)).when(promote(ADA, ITM)).thenNothing();
    }

    @Test
    void isRefusedForWhatIsRetired() {
        assertThat(given(decider, STORED, FORGOTTEN)
                        .when(promote(ADA, LTM))
                        .thenRejected("memory_not_active")
                        .kind())
                .isEqualTo(RejectionKind.CONFLICT);
        given(decider, STORED, superseded(OTHER, RUN)).when(promote(ADA, LTM)).thenRejected("memory_not_active");
    }

    @Test
    void isRefusedForWhatIsNotThereOrNotTheirs() {
        given(decider).when(promote(ADA, LTM)).thenRejected("not_found");
        given(decider, STORED).when(promote(BOB, LTM)).thenRejected("not_found");
    }

    private static PromoteMemory promote(UserId owner, MemoryTier to) {
        return new PromoteMemory(TASTE, WORKER, NOON, owner, to, 0.7, RUN);
    }
}
