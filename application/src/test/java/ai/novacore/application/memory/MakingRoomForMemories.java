package ai.novacore.application.memory;

import static ai.novacore.application.memory.ShelfFixture.ADA;
import static ai.novacore.application.memory.ShelfFixture.ROOM;
import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.MemoryEvent.MemoryForgotten;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryTier;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MakingRoomForMemories {
    private final ShelfFixture fixture = new ShelfFixture();
    private final MakeRoom making = new MakeRoom(fixture.room, fixture.shelf, fixture.commands, fixture.clock);

    @Test
    void letsWhatWasSaidFirstGiveWay() {
        for (int i = 0; i <= ROOM; i++) {
            fixture.clock.advance(Duration.ofSeconds(1));
            fixture.store("mem_" + i, ADA, MemoryTier.STM, MemoryKind.EXCHANGE, null);
        }

        happen();
        happen();

        assertThat(forgotten()).containsExactly("mem_0");
    }

    @Test
    void leavesEverythingWhereThereIsRoom() {
        for (int i = 0; i < ROOM; i++) {
            fixture.store("mem_" + i, ADA, MemoryTier.STM, MemoryKind.EXCHANGE, null);
        }

        happen();

        assertThat(forgotten()).isEmpty();
    }

    @Test
    void neverTouchesWhatAMemberWrote() {
        for (int i = 0; i < ROOM; i++) {
            fixture.store("mem_" + i);
        }
        fixture.store("mem_said", ADA, MemoryTier.STM, MemoryKind.EXCHANGE, null);

        happen();

        assertThat(forgotten()).containsExactly("mem_said");
    }

    private void happen() {
        fixture.decided.events().stream()
                .filter(event -> making.concerns(event.getClass()))
                .filter(event -> ((MemoryStored) event).at().isAfter(NOON.minusSeconds(1)))
                .toList()
                .reversed()
                .stream()
                .limit(1)
                .forEach(event -> making.happen(event, "e-1"));
        fixture.follow();
    }

    private List<String> forgotten() {
        return fixture.decided.events().stream()
                .filter(event -> event instanceof MemoryForgotten gone && gone.reason() == ForgetReason.ROOM)
                .map(event -> event.id().value())
                .toList();
    }
}
