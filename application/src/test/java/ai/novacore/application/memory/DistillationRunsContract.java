package ai.novacore.application.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.novacore.application.memory.port.out.DistillationRuns;
import ai.novacore.application.memory.port.out.DistillationRuns.Batch;
import ai.novacore.application.memory.port.out.DistillationRuns.Failure;
import ai.novacore.application.memory.port.out.DistillationRuns.Hold;
import ai.novacore.application.memory.port.out.DistillationRuns.HoldLost;
import ai.novacore.application.memory.port.out.DistillationRuns.Run;
import ai.novacore.application.memory.port.out.DistillationRuns.Step;
import ai.novacore.application.memory.port.out.DistillationRuns.Totals;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link DistillationRuns} promises. */
public abstract class DistillationRunsContract {
    private static final Instant NIGHT = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant LATER = NIGHT.plus(Duration.ofMinutes(10));
    private static final RunId RUN = new RunId("run_1");
    private static final UserId ADA = new UserId("usr_ada");
    private static final UserId BOB = new UserId("usr_bob");
    private static final Hold FIRST = hold("run_1", "hld_1", NIGHT.plus(Duration.ofMinutes(2)));
    private static final Hold SECOND = hold("run_2", "hld_2", LATER.plus(Duration.ofMinutes(2)));

    /** An empty one; the same one throughout a test. */
    protected abstract DistillationRuns runs();

    private static Hold hold(String run, String by, Instant until) {
        return new Hold(new RunId(run), by, until);
    }

    private static Batch batch(long position, UserId owner, Step... steps) {
        return new Batch(position, owner, List.of(steps));
    }

    private static Step promotion(String memory) {
        return new Step(new MemoryId(memory), false, MemoryTier.LTM, 0.625, List.of());
    }

    @Test
    void beginsOneAtATime() {
        assertThat(runs().take(FIRST, NIGHT)).contains(new Run(RUN, NIGHT, null));
        assertThat(runs().take(SECOND, NIGHT)).isEmpty();
        assertThat(runs().isOver(RUN)).contains(false);
        assertThat(runs().isOver(SECOND.run())).isEmpty();
    }

    @Test
    void givesAnUnfinishedOneOnceNobodyHoldsItAnyLonger() {
        runs().take(FIRST, NIGHT);
        runs().plan(FIRST, ADA, 3, List.of());

        assertThat(runs().take(SECOND, FIRST.until())).contains(new Run(RUN, NIGHT, ADA));
    }

    @Test
    void holdsARunForAsLongAsItIsRenewed() {
        runs().take(FIRST, NIGHT);
        runs().renew(hold("run_1", "hld_1", LATER));

        assertThat(runs().take(SECOND, LATER.minusSeconds(1))).isEmpty();
        assertThat(runs().take(SECOND, LATER)).isPresent();
    }

    @Test
    void letsNobodyGoOnWhoLostIt() {
        runs().take(FIRST, NIGHT);
        runs().plan(FIRST, ADA, 1, List.of(batch(0, ADA, promotion("mem_1"))));
        runs().take(SECOND, LATER);

        assertThatExceptionOfType(HoldLost.class).isThrownBy(() -> runs().renew(FIRST));
        assertThatExceptionOfType(HoldLost.class).isThrownBy(() -> runs().plan(FIRST, BOB, 1, List.of()));
        assertThatExceptionOfType(HoldLost.class)
                .isThrownBy(() -> runs().done(FIRST, batch(0, ADA, promotion("mem_1")), 1, 0, 0));
        assertThatExceptionOfType(HoldLost.class).isThrownBy(() -> runs().fail(FIRST, ADA, "why", LATER));
        assertThatExceptionOfType(HoldLost.class).isThrownBy(() -> runs().end(FIRST, LATER));
        runs().release(FIRST);
        assertThat(runs().take(hold("run_3", "hld_3", LATER), LATER)).isEmpty();
        assertThat(runs().next(RUN)).isPresent();
    }

    @Test
    void givesBatchesInTheirOrderUntilTheyAreDone() {
        Batch first = batch(
                0,
                ADA,
                new Step(new MemoryId("mem_1"), true, null, 0.25, List.of()),
                new Step(
                        new MemoryId("mem_2"),
                        false,
                        MemoryTier.ITM,
                        0.5,
                        List.of(new MemoryId("mem_3"), new MemoryId("mem_4"))));
        Batch second = batch(1, ADA, promotion("mem_5"));
        runs().take(FIRST, NIGHT);
        runs().plan(FIRST, ADA, 5, List.of(first, second));

        assertThat(runs().next(RUN)).contains(first);
        runs().done(FIRST, first, 1, 2, 1);
        assertThat(runs().next(RUN)).contains(second);
        runs().done(FIRST, second, 1, 0, 0);
        assertThat(runs().next(RUN)).isEmpty();
        assertThat(runs().end(FIRST, LATER)).isEqualTo(new Totals(5, 2, 2, 1, 0));
    }

    @Test
    void dropsWhatWasPlannedForWhoCannotBeDone() {
        runs().take(FIRST, NIGHT);
        runs().plan(FIRST, ADA, 2, List.of(batch(0, ADA, promotion("mem_1")), batch(1, ADA, promotion("mem_2"))));
        runs().fail(FIRST, ADA, "a.Failure at a.Place", LATER);
        runs().fail(FIRST, BOB, "b.Failure", LATER);

        assertThat(runs().next(RUN)).isEmpty();
        assertThat(runs().failures(RUN))
                .containsExactly(new Failure(ADA, "a.Failure at a.Place", LATER), new Failure(BOB, "b.Failure", LATER));
        assertThat(runs().failures(SECOND.run())).isEmpty();
        runs().release(FIRST);
        assertThat(runs().take(SECOND, NIGHT)).contains(new Run(RUN, NIGHT, BOB));
        assertThat(runs().end(hold("run_1", "hld_2", LATER), LATER)).isEqualTo(new Totals(2, 0, 0, 0, 2));
    }

    @Test
    void beginsAnotherWhenOneIsOver() {
        runs().take(FIRST, NIGHT);
        runs().end(FIRST, NIGHT);

        assertThat(runs().isOver(RUN)).contains(true);
        assertThat(runs().take(SECOND, LATER)).contains(new Run(SECOND.run(), LATER, null));
        assertThatExceptionOfType(HoldLost.class).isThrownBy(() -> runs().renew(FIRST));
    }

    @Test
    void forgetsAPerson() {
        runs().take(FIRST, NIGHT);
        runs().fail(FIRST, BOB, "b.Failure", LATER);
        runs().fail(FIRST, ADA, "a.Failure", LATER);
        runs().plan(FIRST, ADA, 1, List.of(batch(0, ADA, promotion("mem_1"))));

        runs().removeAll(ADA);

        assertThat(runs().next(RUN)).isEmpty();
        assertThat(runs().failures(RUN)).extracting(Failure::owner).containsExactly(BOB);
    }
}
