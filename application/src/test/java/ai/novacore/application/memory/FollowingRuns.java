package ai.novacore.application.memory;

import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.readmodel.MemoryRun;
import ai.novacore.application.memory.readmodel.MemoryRun.Kind;
import ai.novacore.application.memory.readmodel.MemoryRun.Worker;
import ai.novacore.application.memory.readmodel.MemoryRunProjection;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.MemoryEvent.MemoryForgotten;
import ai.novacore.domain.memory.MemoryEvent.MemoryMerged;
import ai.novacore.domain.memory.MemoryEvent.MemoryPromoted;
import ai.novacore.domain.memory.MemoryEvent.MemoryRecalled;
import ai.novacore.domain.memory.MemoryEvent.MemoryRestored;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryEvent.MemorySuperseded;
import ai.novacore.domain.memory.MemoryEvent.MemorySupported;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowingRuns {
    private static final UserId ADA = new UserId("usr_ada");
    private static final RunId RUN = new RunId("run_1");
    private static final MemoryId TEA = new MemoryId("mem_tea");
    private static final MemoryId CATS = new MemoryId("mem_cats");
    private static final PersonalText TEXT = new PersonalText("likes tea");

    private final InMemoryMemoryRuns runs = new InMemoryMemoryRuns();
    private final MemoryRunProjection projection = new MemoryRunProjection(runs);

    private void happen(DomainEvent... events) {
        for (DomainEvent event : events) {
            assertThat(projection.concerns(event.getClass())).isTrue();
            projection.project(event);
            projection.project(event);
        }
    }

    private static MemoryStored stored(@Nullable RunId run) {
        return new MemoryStored(TEA, NOON, ADA, MemoryTier.ITM, MemoryKind.FACT, TEXT, 0.5, List.of(), NOON, null, run);
    }

    private static MemoryRestored restored(MemoryId id, @Nullable RunId undone) {
        return new MemoryRestored(id, NOON, ADA, MemoryTier.ITM, TEXT, List.of(), undone);
    }

    private static MemoryForgotten forgotten(MemoryId id, ForgetReason reason, @Nullable RunId run) {
        return new MemoryForgotten(id, NOON, ADA, reason, run);
    }

    @Test
    void countsWhatDistillationDid() {
        happen(
                stored(null),
                new MemoryPromoted(TEA, NOON, ADA, MemoryTier.ITM, MemoryTier.LTM, 0.7, RUN),
                new MemoryMerged(TEA, NOON, ADA, CATS, List.of(), RUN),
                new MemorySuperseded(CATS, NOON, ADA, TEA, MemoryRunProjection.MERGED, RUN),
                forgotten(new MemoryId("mem_old"), ForgetReason.EXPIRED, RUN));

        assertThat(runs.find(RUN, ADA)).contains(new MemoryRun(RUN, ADA, Worker.DISTILLATION, NOON, 1, 1, 1, 1, 0, 0));
    }

    @Test
    void countsWhatReflectionDid() {
        RunId other = new RunId("run_2");
        RunId third = new RunId("run_3");
        happen(
                stored(RUN),
                new MemorySupported(CATS, NOON, ADA, List.of(), other),
                new MemorySuperseded(CATS, NOON, ADA, TEA, "contradiction", third));

        assertThat(runs.find(RUN, ADA)).contains(new MemoryRun(RUN, ADA, Worker.REFLECTION, NOON, 0, 0, 0, 0, 1, 0));
        assertThat(runs.find(other, ADA).orElseThrow().worker()).isEqualTo(Worker.REFLECTION);
        assertThat(runs.find(third, ADA).orElseThrow().worker()).isEqualTo(Worker.REFLECTION);
    }

    @Test
    void leavesOutWhatNoRunDid() {
        happen(
                stored(null),
                new MemoryPromoted(TEA, NOON, ADA, MemoryTier.ITM, MemoryTier.LTM, 0.7, null),
                forgotten(TEA, ForgetReason.MEMBER, null));

        assertThat(runs.undone(ADA)).isEmpty();
        assertThat(runs.exists(RUN)).isFalse();
        assertThat(projection.concerns(MemoryRecalled.class)).isFalse();
    }

    @Test
    void knowsWhatWasUndoneWithTheRun() {
        happen(
                new MemoryPromoted(CATS, NOON, ADA, MemoryTier.ITM, MemoryTier.LTM, 0.7, RUN),
                restored(CATS, RUN),
                stored(RUN),
                forgotten(TEA, ForgetReason.UNDONE, RUN));

        assertThat(runs.undone(ADA)).isEqualTo(Map.of(CATS, Set.of(Kind.PROMOTED), TEA, Set.of(Kind.STORED)));
        assertThat(runs.find(RUN, ADA).orElseThrow().undone()).isEqualTo(2);
    }

    @Test
    void knowsWhatTheMemberTookBackWithoutNamingTheRun() {
        happen(
                new MemoryPromoted(TEA, NOON, ADA, MemoryTier.STM, MemoryTier.ITM, 0.7, RUN),
                new MemorySuperseded(CATS, NOON, ADA, TEA, MemoryRunProjection.MERGED, RUN),
                restored(CATS, null),
                restored(TEA, null));

        assertThat(runs.undone(ADA)).isEqualTo(Map.of(CATS, Set.of(Kind.SUPERSEDED)));
    }

    @Test
    void forgetsWhoIsErased() {
        happen(stored(RUN), new UserErased(ADA, NOON));

        assertThat(runs.exists(RUN)).isFalse();
    }
}
