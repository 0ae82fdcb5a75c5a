package ai.novacore.domain.memory;

import static ai.novacore.domain.memory.MemoryExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.memory.MemoryCommand.SupersedeMemory;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.RejectionKind;
import ai.novacore.domain.shared.UserId;
import org.junit.jupiter.api.Test;

@Deciding(SupersedeMemory.class)
class SupersedingMemory {
    private final MemoryDecider decider = new MemoryDecider();

    @Test
    void retiresItInFavourOfAnother() {
        given(decider, STORED).when(supersede(ADA, OTHER)).thenEvents(superseded(OTHER, RUN));
    }

    @Test
    void byTheSameDoesNothing() {
        given(decider, STORED, superseded(OTHER, RUN))
                .when(supersede(ADA, OTHER))
                .thenNothing();
    }

    @Test
    void canHappenAgainAfterItWasRestored() {
        given(decider, STORED, superseded(OTHER, RUN), restored(STORED.tier(), TEXT, null, FIRST))
                .when(supersede(ADA, OTHER))
                .thenEvents(superseded(OTHER, RUN));
    }

    @Test
    void byItselfMakesNoSense() {
        assertThat(given(decider, STORED)
                        .when(supersede(ADA, TASTE))
                        .thenRejected("same_memory")
                        .kind())
                .isEqualTo(RejectionKind.INVALID);
    }

    @Test
    void isRefusedForWhatIsRetiredOtherwise() {
        given(decider, STORED, superseded(THIRD, RUN))
                .when(supersede(ADA, OTHER))
                .thenRejected("memory_not_active");
        given(decider, STORED, FORGOTTEN).when(supersede(ADA, OTHER)).thenRejected("memory_not_active");
        given(decider, STORED, superseded(OTHER, RUN), FORGOTTEN)
                .when(supersede(ADA, OTHER))
                .thenRejected("memory_not_active");
    }

    @Test
    void isRefusedForWhatIsNotThereOrNotTheirs() {
        given(decider).when(supersede(ADA, OTHER)).thenRejected("not_found");
        given(decider, STORED).when(supersede(BOB, OTHER)).thenRejected("not_found");
    }

    private static SupersedeMemory supersede(UserId owner, MemoryId by) {
        return new SupersedeMemory(TASTE, WORKER, NOON, owner, by, "contradiction", RUN);
    }
}
