package ai.novacore.domain.memory;

import static ai.novacore.domain.memory.MemoryExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;

import ai.novacore.domain.memory.MemoryCommand.SupportMemory;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

@Deciding(SupportMemory.class)
class SupportingMemory {
    private final MemoryDecider decider = new MemoryDecider();

    @Test
    void addsOnlyWhatIsNew() {
        given(decider, STORED).when(support(ADA, FIRST, SECOND, SECOND)).thenEvents(supported(RUN, SECOND));
    }

    @Test
    void happensOnce() {
        given(decider, STORED).when(support(ADA, FIRST)).thenNothing();
        given(decider, STORED, supported(RUN, SECOND))
                .when(support(ADA, SECOND))
                .thenNothing();
    }

    @Test
    void isUndoneWithItsRun() {
        given(decider, STORED, supported(RUN, SECOND))
                .when(new MemoryCommand.RestoreMemory(TASTE, WORKER, NOON, ADA, RUN))
                .thenEvents(restored(MemoryTier.STM, TEXT, RUN, FIRST));
    }

    @Test
    void isRefusedForWhatIsNotActiveOrNotTheirs() {
        given(decider, STORED, FORGOTTEN).when(support(ADA, SECOND)).thenRejected("memory_not_active");
        given(decider, STORED, superseded(OTHER, RUN))
                .when(support(ADA, SECOND))
                .thenRejected("memory_not_active");
        given(decider, STORED).when(support(BOB, SECOND)).thenRejected("not_found");
        given(decider).when(support(ADA, SECOND)).thenRejected("not_found");
    }

    private static SupportMemory support(UserId owner, Evidence... evidence) {
        return new SupportMemory(TASTE, WORKER, NOON, owner, List.of(evidence), RUN);
    }
}
