package ai.novacore.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.port.out.MemoryShelfStore.Filter;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.testing.AllPages;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link MemoryShelfStore} promises. */
public abstract class MemoryShelfStoreContract {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final UserId OTHER = new UserId("usr_other");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** An empty one; the same one throughout a test. */
    protected abstract MemoryShelfStore store();

    @Test
    void findsWhatWasSavedAlsoWhenNotActive() {
        MemoryItem active = item("mem_1", MIRA, MemoryTier.ITM, MemoryKind.FACT, 0, true);
        MemoryItem forgotten = item("mem_2", MIRA, MemoryTier.LTM, MemoryKind.NOTE, 0, false);
        store().save(active);
        store().save(forgotten);

        assertThat(store().find(active.id())).contains(active);
        assertThat(store().find(forgotten.id())).contains(forgotten);
        assertThat(store().find(new MemoryId("mem_3"))).isEmpty();
        assertThat(store().findAll(List.of(active.id(), new MemoryId("mem_3"), forgotten.id())))
                .containsExactlyInAnyOrder(active, forgotten);
        assertThat(store().findAll(List.of())).isEmpty();
    }

    @Test
    void replacesWhatWasThere() {
        store().save(item("mem_1", MIRA, MemoryTier.STM, MemoryKind.FACT, 0, true));
        MemoryItem promoted = item("mem_1", MIRA, MemoryTier.LTM, MemoryKind.FACT, 0, true);
        store().save(promoted);

        assertThat(store().find(promoted.id())).contains(promoted);
        assertThat(list(null, null)).containsExactly(promoted);
    }

    @Test
    void removes() {
        MemoryItem item = item("mem_1", MIRA, MemoryTier.STM, MemoryKind.FACT, 0, true);
        store().save(item);
        store().remove(item.id());
        store().remove(item.id());

        assertThat(store().find(item.id())).isEmpty();
        assertThat(list(null, null)).isEmpty();
    }

    @Test
    void listsOnePersonsActiveMemoriesNewestFirst() {
        MemoryItem older = item("mem_1", MIRA, MemoryTier.ITM, MemoryKind.FACT, 0, true);
        MemoryItem newer = item("mem_2", MIRA, MemoryTier.LTM, MemoryKind.NOTE, 1, true);
        store().save(older);
        store().save(newer);
        store().save(item("mem_3", MIRA, MemoryTier.ITM, MemoryKind.FACT, 2, false));
        store().save(item("mem_4", OTHER, MemoryTier.ITM, MemoryKind.FACT, 3, true));

        assertThat(list(null, null)).containsExactly(newer, older);
        assertThat(list(MemoryTier.ITM, null)).containsExactly(older);
        assertThat(list(null, MemoryKind.NOTE)).containsExactly(newer);
        assertThat(list(MemoryTier.ITM, MemoryKind.NOTE)).isEmpty();
    }

    @Test
    void breaksIntoPagesAlsoWhereTimesAreEqual() {
        MemoryItem a = item("mem_a", MIRA, MemoryTier.ITM, MemoryKind.FACT, 0, true);
        MemoryItem b = item("mem_b", MIRA, MemoryTier.ITM, MemoryKind.FACT, 0, true);
        MemoryItem c = item("mem_c", MIRA, MemoryTier.ITM, MemoryKind.FACT, 0, true);
        List.of(b, a, c).forEach(store()::save);

        assertThat(AllPages.of(page -> store().list(MIRA, Filter.ACTIVE, page), 2))
                .containsExactly(List.of(c, b), List.of(a));
    }

    @Test
    void listsWhatDoesNotCountApart() {
        MemoryItem replaced = item("mem_1", MIRA, MemoryTier.ITM, MemoryKind.FACT, 0, false);
        store().save(replaced);
        store().save(item("mem_2", MIRA, MemoryTier.ITM, MemoryKind.FACT, 0, true));

        assertThat(store().list(MIRA, new Filter(null, null, Status.SUPERSEDED), PageRequest.first(10))
                        .items())
                .containsExactly(replaced);
        assertThat(store().list(MIRA, new Filter(null, null, Status.FORGOTTEN), PageRequest.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    void namesTheOldestOfAKind() {
        store().save(item("mem_1", MIRA, MemoryTier.STM, MemoryKind.EXCHANGE, 2, true));
        store().save(item("mem_2", MIRA, MemoryTier.STM, MemoryKind.EXCHANGE, 1, true));
        store().save(item("mem_3", MIRA, MemoryTier.STM, MemoryKind.EXCHANGE, 0, false));
        store().save(item("mem_4", MIRA, MemoryTier.STM, MemoryKind.FACT, 0, true));
        store().save(item("mem_5", MIRA, MemoryTier.ITM, MemoryKind.EXCHANGE, 0, true));
        store().save(item("mem_6", OTHER, MemoryTier.STM, MemoryKind.EXCHANGE, 0, true));

        assertThat(store().oldest(MIRA, MemoryTier.STM, MemoryKind.EXCHANGE, 5))
                .extracting(MemoryId::value)
                .containsExactly("mem_2", "mem_1");
        assertThat(store().oldest(MIRA, MemoryTier.STM, MemoryKind.EXCHANGE, 1))
                .extracting(MemoryId::value)
                .containsExactly("mem_2");
    }

    @Test
    void countsActiveMemoriesInEveryTier() {
        store().save(item("mem_1", MIRA, MemoryTier.ITM, MemoryKind.FACT, 0, true));
        store().save(item("mem_2", MIRA, MemoryTier.ITM, MemoryKind.NOTE, 0, true));
        store().save(item("mem_3", MIRA, MemoryTier.LTM, MemoryKind.NOTE, 0, true));
        store().save(item("mem_4", MIRA, MemoryTier.LTM, MemoryKind.NOTE, 0, false));
        store().save(item("mem_5", OTHER, MemoryTier.STM, MemoryKind.NOTE, 0, true));

        assertThat(store().count(MIRA)).isEqualTo(Map.of(MemoryTier.STM, 0L, MemoryTier.ITM, 2L, MemoryTier.LTM, 1L));
    }

    @Test
    void namesAllMemoriesOfAPersonAlsoTheInactive() {
        MemoryItem first = item("mem_A", MIRA, MemoryTier.LTM, MemoryKind.FACT, 2, true);
        MemoryItem second = item("mem_a", MIRA, MemoryTier.STM, MemoryKind.NOTE, 1, false);
        MemoryItem third = item("mem_b", MIRA, MemoryTier.ITM, MemoryKind.FACT, 0, true);
        List.of(third, first, second).forEach(store()::save);
        store().save(item("mem_c", OTHER, MemoryTier.ITM, MemoryKind.FACT, 0, true));

        assertThat(store().ids(MIRA, null, 2)).containsExactly(first.id(), second.id());
        assertThat(store().ids(MIRA, second.id(), 2)).containsExactly(third.id());
        assertThat(store().ids(MIRA, third.id(), 2)).isEmpty();
    }

    @Test
    void removesAllMemoriesOfAPerson() {
        MemoryItem others = item("mem_3", OTHER, MemoryTier.ITM, MemoryKind.FACT, 0, true);
        store().save(item("mem_1", MIRA, MemoryTier.ITM, MemoryKind.FACT, 0, true));
        store().save(item("mem_2", MIRA, MemoryTier.LTM, MemoryKind.FACT, 0, false));
        store().save(others);

        store().removeAll(MIRA);

        assertThat(store().ids(MIRA, null, 10)).isEmpty();
        assertThat(store().find(others.id())).contains(others);
    }

    private List<MemoryItem> list(@Nullable MemoryTier tier, @Nullable MemoryKind kind) {
        return store().list(MIRA, new Filter(tier, kind, Status.ACTIVE), PageRequest.first(100))
                .items();
    }

    private static MemoryItem item(
            String id, UserId owner, MemoryTier tier, MemoryKind kind, int seconds, boolean active) {
        return new MemoryItem(
                new MemoryId(id),
                owner,
                tier,
                kind,
                "Mira's \"cat\" is called Füchslein 🦊\n",
                0.125,
                NOON.plusSeconds(seconds),
                NOON.minusSeconds(60),
                active ? null : "cnv_1",
                active ? null : NOON.plusSeconds(90),
                active ? 0 : 3,
                List.of(new Evidence(new ConversationId("cnv_1"), new TurnId("trn_1"))),
                active ? Status.ACTIVE : Status.SUPERSEDED,
                active ? null : new MemoryId("mem_9"));
    }
}
