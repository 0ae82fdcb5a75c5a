package ai.novacore.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.port.out.MemoryRunStore;
import ai.novacore.application.memory.port.out.MemoryRunStore.Change;
import ai.novacore.application.memory.port.out.MemoryRunStore.Touched;
import ai.novacore.application.memory.readmodel.MemoryRun;
import ai.novacore.application.memory.readmodel.MemoryRun.Kind;
import ai.novacore.application.memory.readmodel.MemoryRun.Worker;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.testing.AllPages;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link MemoryRunStore} promises. */
public abstract class MemoryRunStoreContract {
    private static final Instant NIGHT = Instant.parse("2026-11-22T03:00:00Z");
    private static final RunId RUN = new RunId("run_1");
    private static final RunId OTHER_RUN = new RunId("run_2");
    private static final UserId ADA = new UserId("usr_ada");
    private static final UserId BOB = new UserId("usr_bob");

    /** An empty one; the same one throughout a test. */
    protected abstract MemoryRunStore store();

    private void add(RunId run, String memory, UserId owner, Kind kind, int seconds) {
        Worker worker = kind == Kind.STORED ? Worker.REFLECTION : Worker.DISTILLATION;
        store().add(new Change(run, new MemoryId(memory), owner, kind, worker, NIGHT.plusSeconds(seconds)));
    }

    @Test
    void countsWhatARunChanged() {
        add(RUN, "mem_1", ADA, Kind.PROMOTED, 5);
        add(RUN, "mem_1", ADA, Kind.MERGED, 6);
        add(RUN, "mem_1", ADA, Kind.MERGED, 6);
        add(RUN, "mem_2", ADA, Kind.SUPERSEDED, 7);
        add(RUN, "mem_3", ADA, Kind.EXPIRED, 8);
        add(RUN, "mem_4", ADA, Kind.EXPIRED, 9);
        add(RUN, "mem_5", BOB, Kind.EXPIRED, 9);
        add(OTHER_RUN, "mem_6", ADA, Kind.STORED, 1);
        add(OTHER_RUN, "mem_6", ADA, Kind.SUPPORTED, 2);

        assertThat(store().find(RUN, ADA))
                .contains(new MemoryRun(RUN, ADA, Worker.DISTILLATION, NIGHT.plusSeconds(5), 1, 1, 1, 2, 0, 0));
        assertThat(store().find(OTHER_RUN, ADA))
                .contains(new MemoryRun(OTHER_RUN, ADA, Worker.REFLECTION, NIGHT.plusSeconds(1), 0, 0, 0, 0, 1, 0));
        assertThat(store().find(OTHER_RUN, BOB)).isEmpty();
        assertThat(store().exists(RUN)).isTrue();
        assertThat(store().exists(new RunId("run_3"))).isFalse();
    }

    @Test
    void listsTheLatestFirstInPages() {
        for (int i = 0; i < 7; i++) {
            add(new RunId("run_" + i), "mem_" + i, ADA, Kind.EXPIRED, i / 2);
        }
        add(RUN, "mem_b", BOB, Kind.EXPIRED, 0);

        assertThat(store().list(BOB, PageRequest.first(10)).items()).hasSize(1);
        assertThat(AllPages.of(page -> store().list(ADA, page), 2).stream().flatMap(List::stream))
                .extracting(run -> run.id().value())
                .containsExactly("run_6", "run_5", "run_4", "run_3", "run_2", "run_1", "run_0");
    }

    @Test
    void namesWhatARunTouched() {
        for (int i = 5; i > 0; i--) {
            add(RUN, "mem_" + i, i == 3 ? BOB : ADA, Kind.PROMOTED, 0);
            add(RUN, "mem_" + i, i == 3 ? BOB : ADA, Kind.MERGED, 0);
        }
        add(OTHER_RUN, "mem_6", ADA, Kind.PROMOTED, 0);
        store().undone(RUN, new MemoryId("mem_2"));

        assertThat(store().touched(RUN, null, null, 10))
                .extracting(touched -> touched.memory().value())
                .containsExactly("mem_1", "mem_3", "mem_4", "mem_5");
        assertThat(store().touched(RUN, ADA, new MemoryId("mem_1"), 1))
                .containsExactly(new Touched(new MemoryId("mem_4"), ADA));
        assertThat(store().touched(RUN, BOB, null, 10)).containsExactly(new Touched(new MemoryId("mem_3"), BOB));
    }

    @Test
    void knowsWhatWasTakenBack() {
        MemoryId first = new MemoryId("mem_1");
        MemoryId second = new MemoryId("mem_2");
        add(RUN, "mem_1", ADA, Kind.PROMOTED, 0);
        add(RUN, "mem_1", ADA, Kind.MERGED, 0);
        add(RUN, "mem_2", ADA, Kind.SUPERSEDED, 0);
        add(OTHER_RUN, "mem_2", ADA, Kind.PROMOTED, 0);
        add(OTHER_RUN, "mem_3", ADA, Kind.PROMOTED, 0);

        store().undone(RUN, first);
        store().undone(RUN, first);
        store().undone(second, List.of(Kind.SUPERSEDED, Kind.EXPIRED));
        store().undone(second, List.of(Kind.SUPERSEDED, Kind.EXPIRED));

        assertThat(store().undone(ADA))
                .isEqualTo(Map.of(first, Set.of(Kind.PROMOTED, Kind.MERGED), second, Set.of(Kind.SUPERSEDED)));
        assertThat(store().find(RUN, ADA).orElseThrow().undone()).isEqualTo(2);
        assertThat(store().find(OTHER_RUN, ADA).orElseThrow().undone()).isZero();
        assertThat(store().undone(BOB)).isEmpty();
    }

    @Test
    void countsAMemoryThatIsTakenBackInTwoStepsOnce() {
        MemoryId memory = new MemoryId("mem_1");
        add(RUN, "mem_1", ADA, Kind.PROMOTED, 0);
        add(RUN, "mem_1", ADA, Kind.EXPIRED, 0);

        store().undone(memory, List.of(Kind.EXPIRED));
        store().undone(RUN, memory);

        assertThat(store().find(RUN, ADA).orElseThrow().undone()).isEqualTo(1);
        assertThat(store().touched(RUN, ADA, null, 10)).isEmpty();
    }

    @Test
    void staysUndoneWhenAChangeIsToldAgain() {
        add(RUN, "mem_1", ADA, Kind.EXPIRED, 0);
        store().undone(RUN, new MemoryId("mem_1"));
        add(RUN, "mem_1", ADA, Kind.EXPIRED, 0);

        assertThat(store().find(RUN, ADA).orElseThrow().expired()).isEqualTo(1);
        assertThat(store().touched(RUN, ADA, null, 10)).isEmpty();
    }

    @Test
    void forgetsAPerson() {
        add(RUN, "mem_1", ADA, Kind.EXPIRED, 0);
        add(RUN, "mem_2", BOB, Kind.EXPIRED, 0);
        store().undone(RUN, new MemoryId("mem_1"));

        store().removeAll(ADA);

        assertThat(store().find(RUN, ADA)).isEmpty();
        assertThat(store().undone(ADA)).isEmpty();
        assertThat(store().touched(RUN, null, null, 10)).hasSize(1);
        assertThat(store().exists(RUN)).isTrue();
    }
}
