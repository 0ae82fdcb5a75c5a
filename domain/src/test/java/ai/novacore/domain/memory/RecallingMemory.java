package ai.novacore.domain.memory;

import static ai.novacore.domain.memory.MemoryExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.memory.MemoryCommand.RecallMemory;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.TurnId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Deciding(RecallMemory.class)
class RecallingMemory {
    private static final RecallMemory RECALL = new RecallMemory(TASTE, WORKER, NOON, ADA, TURN);

    private final MemoryDecider decider = new MemoryDecider();

    @Test
    void reinforcesIt() {
        given(decider, STORED).when(RECALL).thenEvents(recalled(TURN));
    }

    @Test
    void countsOnceATurn() {
        given(decider, STORED, recalled(TURN)).when(RECALL).thenNothing();
        given(decider, STORED, recalled(new TurnId("trn_8"))).when(RECALL).thenEvents(recalled(TURN));
    }

    @Test
    void ignoresWhatWasRetiredMeanwhile() {
        given(decider, STORED, FORGOTTEN).when(RECALL).thenNothing();
        given(decider, STORED, ERASED).when(RECALL).thenNothing();
        given(decider, STORED, superseded(OTHER, RUN)).when(RECALL).thenNothing();
    }

    @Test
    void keepsTheLatestTurnsOnly() {
        Memory memory = decider.evolve(decider.initial(), STORED);
        for (int i = 0; i < 3 * Memory.RECALLS_KEPT; i++) {
            memory = decider.evolve(memory, recalled(new TurnId("trn_" + i)));
        }

        assertThat(memory.recalledIn())
                .containsExactlyElementsOf(IntStream.range(2 * Memory.RECALLS_KEPT, 3 * Memory.RECALLS_KEPT)
                        .mapToObj(i -> new TurnId("trn_" + i))
                        .toList());
    }

    @Test
    void isRefusedForWhatIsNotThereOrNotTheirs() {
        given(decider).when(RECALL).thenRejected("not_found");
        given(decider, STORED)
                .when(new RecallMemory(TASTE, WORKER, NOON, BOB, TURN))
                .thenRejected("not_found");
    }
}
