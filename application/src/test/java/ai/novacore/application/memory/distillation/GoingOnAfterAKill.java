package ai.novacore.application.memory.distillation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.distillation.Fuse.Killed;
import ai.novacore.application.memory.port.in.RunReport;
import ai.novacore.application.memory.port.in.UndoRunUseCase.Undone;
import ai.novacore.domain.memory.Memory;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.shared.MemoryId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A run that is killed wherever it may be, and taken up again, comes to what it would have come to; undone, to nothing. */
class GoingOnAfterAKill {
    private static final boolean LONG = System.getProperty("nova.long") != null;
    private static final int MEMBERS = LONG ? 100 : 10;
    private static final int MEMORIES = LONG ? 10_000 : 300;
    private static final int KILLS = 10;
    private static final long SEED = 2026;

    @Test
    void comesToTheSame() {
        try (NightlyWorld calm = new NightlyWorld();
                NightlyWorld hard = new NightlyWorld()) {
            Population.settle(calm.commands(), SEED, MEMBERS, MEMORIES, NightlyWorld.NIGHT);
            Population.settle(hard.commands(), SEED, MEMBERS, MEMORIES, NightlyWorld.NIGHT);
            Map<MemoryId, Memory> before = calm.memories();
            assertThat(hard.memories()).isEqualTo(before);

            Fuse fuse = new Fuse();
            RunReport undisturbed = calm.distillation(fuse.around(calm.commands(), calm.runs), fuse.around(calm.runs))
                    .distillNow();
            RunReport killed = killedAgainAndAgain(hard, new Random(SEED), fuse.passed() / (KILLS + 1));

            assertThat(hard.memories()).isEqualTo(calm.memories()).isNotEqualTo(before);
            assertThat(hard.events()).hasSameSizeAs(calm.events());
            assertThat(killed)
                    .isEqualTo(new RunReport(
                            killed.run(),
                            undisturbed.processed(),
                            undisturbed.promoted(),
                            undisturbed.merged(),
                            undisturbed.failed()));
            assertThat(killed.processed()).isEqualTo(MEMORIES);
            assertThat(killed.promoted()).isPositive();
            assertThat(killed.merged()).isPositive();
            assertThat(killed.failed()).isZero();
            checkUndo(hard, killed, before);
        }
    }

    /** Each time under way for a random while, on average as long as brings it to the end with the last kill. */
    private static RunReport killedAgainAndAgain(NightlyWorld world, Random random, long pause) {
        Fuse fuse = new Fuse();
        for (int kill = 0; kill < KILLS; kill++) {
            fuse.blowAfter(1 + random.nextLong(2 * pause - 1));
            try {
                RunReport report = attempt(world, fuse);
                throw new AssertionError("over before kill " + kill + ": " + report);
            } catch (Killed e) {
                world.clock.advance(DistillMemories.HOLD);
            }
        }
        return attempt(world, fuse);
    }

    private static RunReport attempt(NightlyWorld world, Fuse fuse) {
        return world.distillation(fuse.around(world.commands(), world.runs), fuse.around(world.runs))
                .distillNow();
    }

    private static void checkUndo(NightlyWorld world, RunReport run, Map<MemoryId, Memory> before) {
        Undone undone = world.undoing().undoForEverybody(run.run());

        assertThat(undone.undone()).isPositive();
        assertThat(undone.skipped()).isZero();
        assertThat(world.memories()).isEqualTo(before);
        assertThat(world.undoing().undoForEverybody(run.run())).isEqualTo(new Undone(0, 0));

        checkThatNothingIsDoneAgain(world);
    }

    private static void checkThatNothingIsDoneAgain(NightlyWorld world) {
        List<MemoryEvent> before = world.events();
        Set<String> done = before.stream().map(GoingOnAfterAKill::what).collect(Collectors.toSet());
        world.clock.turnBack();
        world.distillation().distillNow();
        List<MemoryEvent> events = world.events();

        assertThat(events.subList(before.size(), events.size()))
                .extracting(GoingOnAfterAKill::what)
                .doesNotContainAnyElementsOf(done);
    }

    private static String what(MemoryEvent event) {
        return event.getClass().getSimpleName() + " " + event.id().value();
    }
}
