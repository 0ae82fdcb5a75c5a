package ai.novacore.application.memory.distillation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.memory.port.in.RunReport;
import ai.novacore.application.memory.port.in.UndoRunUseCase.Undone;
import ai.novacore.application.memory.port.out.DistillationRuns.Batch;
import ai.novacore.application.memory.port.out.DistillationRuns.Hold;
import ai.novacore.application.memory.port.out.DistillationRuns.Run;
import ai.novacore.application.memory.port.out.DistillationRuns.Step;
import ai.novacore.application.memory.port.out.MemoryCensus;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.memory.readmodel.MemoryRun;
import ai.novacore.application.memory.readmodel.MemoryRun.Worker;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.OverloadedException;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryCommand;
import ai.novacore.domain.memory.MemoryCommand.PromoteMemory;
import ai.novacore.domain.memory.MemoryCommand.RecallMemory;
import ai.novacore.domain.memory.MemoryCommand.RestoreMemory;
import ai.novacore.domain.memory.MemoryCommand.ReviseMemory;
import ai.novacore.domain.memory.MemoryCommand.StoreMemory;
import ai.novacore.domain.memory.MemoryEvent.MemoryPromoted;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DistillingMemories {
    private static final UserId ADA = new UserId("usr_ada");
    private static final UserId BOB = new UserId("usr_bob");
    private static final Actor ACTOR = Actor.system("test");
    private static final Duration DAY = Duration.ofDays(1);

    private final NightlyWorld world = new NightlyWorld();

    @AfterEach
    void end() {
        world.close();
    }

    private MemoryId store(String id, UserId owner, MemoryTier tier, String text, Duration age, int evidence) {
        MemoryId memory = new MemoryId(id);
        world.commands()
                .dispatch(new StoreMemory(
                        memory,
                        ACTOR,
                        NightlyWorld.NIGHT.minus(age),
                        owner,
                        tier,
                        MemoryKind.FACT,
                        new PersonalText(text),
                        0.3,
                        IntStream.range(0, evidence)
                                .mapToObj(turn -> new Evidence(
                                        new ConversationId("cnv_1"), new TurnId("trn_" + id.substring(4) + "x" + turn)))
                                .toList(),
                        NightlyWorld.NIGHT.minus(age),
                        null,
                        null));
        return memory;
    }

    private void recall(MemoryId memory, String turn) {
        world.commands()
                .dispatch(new RecallMemory(
                        memory, ACTOR, NightlyWorld.NIGHT.minusSeconds(60), ADA, new TurnId("trn_" + turn)));
    }

    private MemoryItem item(MemoryId memory) {
        world.events();
        return world.shelf.find(memory).orElseThrow();
    }

    @Test
    void promotesMergesAndLetsExpire() {
        MemoryId recalled = store("mem_1", ADA, MemoryTier.STM, "Lives in Bern.", DAY, 1);
        recall(recalled, "a");
        MemoryId over = store("mem_2", ADA, MemoryTier.STM, "Asked for the time.", DAY.multipliedBy(4), 1);
        MemoryId fresh = store("mem_3", ADA, MemoryTier.STM, "Asked for the way.", DAY, 1);
        MemoryId tea = store("mem_4", ADA, MemoryTier.ITM, "Likes tea.", DAY.multipliedBy(8), 1);
        MemoryId alsoTea = store("mem_5", ADA, MemoryTier.ITM, "likes the tea", DAY.multipliedBy(9), 1);
        MemoryId noTea = store("mem_6", ADA, MemoryTier.ITM, "Does not like tea.", DAY.multipliedBy(8), 1);
        MemoryId others = store("mem_7", BOB, MemoryTier.ITM, "Likes tea.", DAY.multipliedBy(9), 1);

        RunReport report = world.distillation().distillNow();

        assertThat(report).isEqualTo(new RunReport(report.run(), 7, 1, 1, 0));
        assertThat(item(recalled).tier()).isEqualTo(MemoryTier.ITM);
        assertThat(item(over).status()).isEqualTo(Status.FORGOTTEN);
        assertThat(item(fresh)).matches(MemoryItem::active).matches(item -> item.tier() == MemoryTier.STM);
        assertThat(item(tea).evidence()).hasSize(2);
        assertThat(item(alsoTea).supersededBy()).isEqualTo(tea);
        assertThat(item(noTea).active()).isTrue();
        assertThat(item(others).active()).isTrue();
        assertThat(world.changes.list(ADA, PageRequest.first(10)).items())
                .containsExactly(
                        new MemoryRun(report.run(), ADA, Worker.DISTILLATION, NightlyWorld.NIGHT, 1, 1, 1, 1, 0, 0));
        assertThat(world.meters.counter("memory.distillation.runs").count()).isEqualTo(1);
        assertThat(world.meters
                        .counter("memory.distillation.changes", "change", "expired")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void letsTheMembersOwnWordsAbsorbWhatWasFound() {
        MemoryId found = store("mem_1", ADA, MemoryTier.LTM, "Plays the cello", DAY.multipliedBy(90), 2);
        MemoryId own = store("mem_2", ADA, MemoryTier.ITM, "plays cello", DAY, 0);

        world.distillation().distillNow();

        assertThat(item(found).supersededBy()).isEqualTo(own);
        assertThat(item(own).tier()).isEqualTo(MemoryTier.LTM);
        assertThat(item(own).evidence()).hasSize(2);
    }

    @Test
    void mergesNoMoreAtOnceThanCanBeTakenBack() {
        for (int i = 10; i < 40; i++) {
            store("mem_" + i, ADA, MemoryTier.ITM, "Likes tea.", DAY, 1);
        }

        RunReport first = world.distillation().distillNow();
        RunReport second = world.distillation().distillNow();

        assertThat(first.merged()).isEqualTo(Twins.MOST_ABSORBED);
        assertThat(second.merged()).isEqualTo(Twins.MOST_ABSORBED);
        assertThat(world.undoing().undo(ADA, second.run()).undone()).isEqualTo(Twins.MOST_ABSORBED + 1);
        assertThat(item(new MemoryId("mem_10")).evidence()).hasSize(1 + Twins.MOST_ABSORBED);
    }

    @Test
    void doesAMemberWhoFailsAgainTheNextTime() {
        store("mem_1", ADA, MemoryTier.STM, "a", DAY.multipliedBy(4), 1);
        store("mem_2", BOB, MemoryTier.STM, "b", DAY.multipliedBy(4), 1);

        RunReport report = world.distillation(failingFor(ADA), world.runs).distillNow();

        assertThat(report).isEqualTo(new RunReport(report.run(), 2, 0, 0, 1));
        assertThat(world.runs.failures(report.run())).hasSize(1).first().satisfies(failure -> {
            assertThat(failure.owner()).isEqualTo(ADA);
            assertThat(failure.reason())
                    .startsWith("java.lang.UnsupportedOperationException at ")
                    .doesNotContain("secret");
        });
        assertThat(item(new MemoryId("mem_1")).active()).isTrue();
        assertThat(item(new MemoryId("mem_2")).active()).isFalse();

        assertThat(world.distillation().distillNow().failed()).isZero();
        assertThat(item(new MemoryId("mem_1")).active()).isFalse();
    }

    private CommandDispatcher failingFor(UserId owner) {
        return new CommandDispatcher() {
            @Override
            public List<DomainEvent> dispatch(DomainCommand command) {
                if (command instanceof MemoryCommand c && c.owner().equals(owner)) {
                    throw new UnsupportedOperationException("secret");
                }
                return world.commands().dispatch(command);
            }

            @Override
            public <T> T atomically(Supplier<T> work) {
                return world.commands().atomically(work);
            }
        };
    }

    @Test
    void goesOnOneAtATime() {
        RunId other = new RunId("run_other");
        world.runs.take(new Hold(other, "hld_other", NightlyWorld.NIGHT.plusSeconds(1)), NightlyWorld.NIGHT);

        assertThatExceptionOfType(DomainRejection.class)
                .isThrownBy(() -> world.distillation().distillNow())
                .matches(rejection -> rejection.code().equals("run_in_progress"));

        world.clock.advance(Duration.ofSeconds(1));
        assertThat(world.distillation().distillNow().run()).isEqualTo(other);
        assertThat(world.distillation().distillNow().run()).isNotEqualTo(other);
    }

    @Test
    void leavesARunThatBreaksOffToWhoeverComesNext() {
        store("mem_1", ADA, MemoryTier.STM, "a", DAY.multipliedBy(4), 1);
        DistillMemories broken = new DistillMemories(
                new DistillMemories.Stores(nobody(), world.shelf, world.index, world.changes, world.runs),
                world.commands(),
                world.readModels(),
                Shelved.SETTINGS,
                new DistillationMetrics(world.meters),
                new IdGenerator(world.clock),
                world.clock);

        assertThatThrownBy(broken::distillNow).hasMessage("no database");
        Run unfinished = world.runs
                .take(new Hold(new RunId("run_x"), "hld_x", NightlyWorld.NIGHT), NightlyWorld.NIGHT)
                .orElseThrow();
        assertThat(world.distillation().distillNow().run())
                .isEqualTo(unfinished.id())
                .isNotEqualTo(new RunId("run_x"));
    }

    private static MemoryCensus nobody() {
        return new MemoryCensus() {
            @Override
            public List<UserId> after(@Nullable UserId after, int limit) {
                throw new IllegalStateException("no database");
            }

            @Override
            public Map<MemoryTier, Long> count() {
                throw new IllegalStateException("no database");
            }
        };
    }

    @Test
    void doesNotBeginWhileItCannotSeeWhatHappened() {
        DistillMemories behind = new DistillMemories(
                new DistillMemories.Stores(world.shelf.census(), world.shelf, world.index, world.changes, world.runs),
                world.commands(),
                atMost -> false,
                Shelved.SETTINGS,
                new DistillationMetrics(world.meters),
                new IdGenerator(world.clock),
                world.clock);

        assertThatExceptionOfType(OverloadedException.class).isThrownBy(behind::distillNow);
        assertThat(world.distillation().distillNow().processed()).isZero();
    }

    @Test
    void looksOnceMoreBeforeItDoesWhatWasPlannedLongAgo() {
        MemoryId recalled = store("mem_1", ADA, MemoryTier.STM, "a b", DAY.multipliedBy(4), 1);
        MemoryId revised = store("mem_2", ADA, MemoryTier.ITM, "likes coffee now", DAY, 1);
        MemoryId twin = store("mem_3", ADA, MemoryTier.ITM, "likes tea", DAY, 1);
        MemoryId gone = store("mem_4", ADA, MemoryTier.ITM, "c d", DAY, 1);
        MemoryId over = store("mem_5", ADA, MemoryTier.STM, "e f", DAY.multipliedBy(4), 1);
        Hold hold = new Hold(new RunId("run_1"), "hld_1", NightlyWorld.NIGHT);
        world.runs.take(hold, NightlyWorld.NIGHT);
        world.runs.plan(
                hold,
                ADA,
                5,
                List.of(new Batch(
                        0,
                        ADA,
                        List.of(
                                new Step(recalled, true, null, 0.2, List.of()),
                                new Step(twin, false, null, 0.2, List.of(revised)),
                                new Step(gone, false, MemoryTier.LTM, 0.9, List.of()),
                                new Step(new MemoryId("mem_none"), true, null, 0.2, List.of()),
                                new Step(over, true, null, 0.2, List.of())))));
        world.commands()
                .dispatch(
                        new RecallMemory(recalled, ACTOR, NightlyWorld.NIGHT.plusSeconds(1), ADA, new TurnId("trn_x")));
        world.commands().dispatch(new PromoteMemory(gone, ACTOR, NightlyWorld.NIGHT, ADA, MemoryTier.LTM, 0.9, null));
        world.events();

        RunReport report = world.distillation().distillNow();

        assertThat(report).isEqualTo(new RunReport(new RunId("run_1"), 5, 0, 0, 0));
        assertThat(item(recalled).active()).isTrue();
        assertThat(item(revised).active()).isTrue();
        assertThat(item(over).active()).isFalse();
        assertThat(world.runs.next(report.run())).isEmpty();
    }

    @Test
    void leavesOutWhatIsChangedAtTheSameMoment() {
        MemoryId raced = store("mem_1", ADA, MemoryTier.STM, "a b", DAY, 1);
        recall(raced, "a");
        MemoryId other = store("mem_2", ADA, MemoryTier.STM, "c d", DAY, 1);
        recall(other, "b");

        RunReport report = world.distillation(rejectingFor(raced), world.runs).distillNow();

        assertThat(report).isEqualTo(new RunReport(report.run(), 2, 1, 0, 0));
        assertThat(item(raced).tier()).isEqualTo(MemoryTier.STM);
        assertThat(item(other).tier()).isEqualTo(MemoryTier.ITM);
        assertThat(world.events())
                .filteredOn(MemoryPromoted.class::isInstance)
                .extracting(DomainEvent::id)
                .containsExactly(other);
    }

    private CommandDispatcher rejectingFor(MemoryId memory) {
        return new CommandDispatcher() {
            @Override
            public List<DomainEvent> dispatch(DomainCommand command) {
                if (command.id().equals(memory)) {
                    throw DomainRejection.conflict("memory_not_active", "The memory is superseded or forgotten.");
                }
                return world.commands().dispatch(command);
            }

            @Override
            public <T> T atomically(Supplier<T> work) {
                return world.commands().atomically(work);
            }
        };
    }

    @Test
    void doesNotDoAgainWhatTheMemberTookBack() {
        MemoryId over = store("mem_1", ADA, MemoryTier.STM, "a b", DAY.multipliedBy(4), 1);
        MemoryId tea = store("mem_2", ADA, MemoryTier.ITM, "likes tea", DAY, 1);
        MemoryId alsoTea = store("mem_3", ADA, MemoryTier.ITM, "Likes tea", DAY.multipliedBy(2), 1);
        world.distillation().distillNow();
        world.commands().dispatch(new RestoreMemory(over, Actor.member(ADA), NightlyWorld.NIGHT, ADA, null));
        world.commands().dispatch(new RestoreMemory(alsoTea, Actor.member(ADA), NightlyWorld.NIGHT, ADA, null));

        RunReport again = world.distillation().distillNow();

        assertThat(again.merged()).isZero();
        assertThat(item(over).active()).isTrue();
        assertThat(item(alsoTea).active()).isTrue();
        assertThat(item(tea).active()).isTrue();
    }

    @Test
    void leavesWhatIsNewerThanItsBeginningToTheNextRun() {
        store("mem_1", ADA, MemoryTier.STM, "a", Duration.ofSeconds(-1), 3);

        assertThat(world.distillation().distillNow().processed()).isZero();
    }

    @Test
    void undoesOnlyTheirOwnAndOnlyWhatIsAsTheRunLeftIt() {
        MemoryId mine = store("mem_1", ADA, MemoryTier.STM, "a b", DAY, 3);
        MemoryId revised = store("mem_2", ADA, MemoryTier.STM, "c d", DAY, 3);
        MemoryId bobs = store("mem_3", BOB, MemoryTier.STM, "e f", DAY, 3);
        RunId run = world.distillation().distillNow().run();
        world.commands()
                .dispatch(
                        new ReviseMemory(revised, Actor.member(ADA), NightlyWorld.NIGHT, ADA, new PersonalText("c e")));

        assertThat(world.undoing().undo(ADA, run)).isEqualTo(new Undone(1, 1));

        assertThat(item(mine).tier()).isEqualTo(MemoryTier.STM);
        assertThat(item(revised).tier()).isEqualTo(MemoryTier.ITM);
        assertThat(item(bobs).tier()).isEqualTo(MemoryTier.ITM);
        assertThat(world.changes.find(run, ADA).orElseThrow().undone()).isEqualTo(1);
        assertThat(world.undoing().undoForEverybody(run).undone()).isEqualTo(1);
        assertThat(item(bobs).tier()).isEqualTo(MemoryTier.STM);
    }

    @Test
    void doesNotUndoWhatThereIsNotOrIsNotOver() {
        store("mem_1", ADA, MemoryTier.STM, "a b", DAY, 3);
        RunId run = world.distillation().distillNow().run();
        RunId open = new RunId("run_open");
        world.runs.take(new Hold(open, "hld_1", NightlyWorld.NIGHT), NightlyWorld.NIGHT);

        assertRefused("not_found", () -> world.undoing().undo(BOB, run));
        assertRefused("not_found", () -> world.undoing().undo(ADA, new RunId("run_none")));
        assertRefused("not_found", () -> world.undoing().undoForEverybody(new RunId("run_none")));
        assertRefused("run_in_progress", () -> world.undoing().undoForEverybody(open));
    }

    private static void assertRefused(String code, Runnable call) {
        assertThatExceptionOfType(DomainRejection.class)
                .isThrownBy(call::run)
                .matches(rejection -> rejection.code().equals(code));
    }
}
