package ai.novacore.application.memory;

import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.port.out.MemoryCensus;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link MemoryCensus} promises. */
public abstract class MemoryCensusContract {

    protected abstract MemoryCensus census();

    /** The shelf, empty, that they are found on. */
    protected abstract MemoryShelfStore shelf();

    private void keep(String id, String owner, Status status) {
        keep(id, owner, MemoryTier.ITM, status);
    }

    private void keep(String id, String owner, MemoryTier tier, Status status) {
        shelf().save(new MemoryItem(
                new MemoryId(id),
                new UserId(owner),
                tier,
                MemoryKind.FACT,
                "likes tea",
                0.5,
                NOON,
                NOON,
                null,
                null,
                0,
                List.of(),
                status,
                null));
    }

    @Test
    void namesEachOnce() {
        for (int i = 0; i < 5; i++) {
            keep("mem_a" + i, "usr_" + i, Status.ACTIVE);
            keep("mem_b" + i, "usr_" + i, Status.ACTIVE);
        }

        List<String> found = new ArrayList<>();
        @Nullable UserId last = null;
        List<UserId> page = census().after(last, 2);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            page.forEach(owner -> found.add(owner.value()));
            page = census().after(page.getLast(), 2);
        }

        assertThat(found).containsExactlyInAnyOrder("usr_0", "usr_1", "usr_2", "usr_3", "usr_4");
    }

    @Test
    void leavesOutWhoHasNoneThatIsActive() {
        keep("mem_1", "usr_1", Status.FORGOTTEN);
        keep("mem_2", "usr_2", Status.SUPERSEDED);
        keep("mem_3", "usr_3", Status.ACTIVE);

        assertThat(census().after(null, 10)).containsExactly(new UserId("usr_3"));
    }

    @Test
    void countsWhatIsActiveInEachTier() {
        assertThat(census().count()).isEqualTo(Map.of(MemoryTier.STM, 0L, MemoryTier.ITM, 0L, MemoryTier.LTM, 0L));

        keep("mem_1", "usr_1", MemoryTier.STM, Status.ACTIVE);
        keep("mem_2", "usr_2", MemoryTier.STM, Status.ACTIVE);
        keep("mem_3", "usr_2", MemoryTier.LTM, Status.ACTIVE);
        keep("mem_4", "usr_2", MemoryTier.LTM, Status.FORGOTTEN);

        assertThat(census().count()).isEqualTo(Map.of(MemoryTier.STM, 2L, MemoryTier.ITM, 0L, MemoryTier.LTM, 1L));
    }
}
