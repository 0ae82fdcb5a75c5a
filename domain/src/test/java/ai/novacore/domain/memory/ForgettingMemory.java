package ai.novacore.domain.memory;

import static ai.novacore.domain.memory.MemoryExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.memory.MemoryCommand.ForgetMemory;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Deciding(ForgetMemory.class)
class ForgettingMemory {
    private final MemoryDecider decider = new MemoryDecider();

    @ParameterizedTest
    @EnumSource(ForgetReason.class)
    void recordsTheReasonAndTheRun(ForgetReason reason) {
        given(decider, STORED).when(forget(ADA, reason)).thenEvents(forgotten(reason, RUN));
    }

    @Test
    void worksForASupersededOne() {
        given(decider, STORED, superseded(OTHER, RUN))
                .when(forget(ADA, ForgetReason.MEMBER))
                .thenEvents(forgotten(ForgetReason.MEMBER, RUN));
    }

    @Test
    void happensOnce() {
        given(decider, STORED, FORGOTTEN)
                .when(forget(ADA, ForgetReason.EXPIRED))
                .thenNothing();
    }

    @ParameterizedTest
    @EnumSource(ForgetReason.class)
    void endsWithTheErasure(ForgetReason reason) {
        given(decider, STORED, ERASED).when(forget(ADA, reason)).thenNothing();
    }

    @Test
    void byErasureReachesWhatWasForgottenButCouldBeRestored() {
        given(decider, STORED, FORGOTTEN)
                .when(forget(ADA, ForgetReason.ERASURE))
                .thenEvents(forgotten(ForgetReason.ERASURE, RUN));
    }

    @Test
    void byErasureLeavesNothingOfItInTheState() {
        Memory memory = decider.fold(
                decider.initial(), List.of(STORED, recalled(TURN), revised(BETTER), merged(OTHER, RUN), ERASED));

        assertThat(memory)
                .isEqualTo(new Memory(
                        ADA, Memory.Status.ERASED, Memory.Content.NONE, null, null, Set.of(), Set.of(), List.of()));
    }

    @Test
    void isRefusedForWhatIsNotThereOrNotTheirs() {
        given(decider).when(forget(ADA, ForgetReason.MEMBER)).thenRejected("not_found");
        given(decider, STORED).when(forget(BOB, ForgetReason.MEMBER)).thenRejected("not_found");
    }

    private static ForgetMemory forget(UserId owner, ForgetReason reason) {
        return new ForgetMemory(TASTE, WORKER, NOON, owner, reason, RUN);
    }
}
