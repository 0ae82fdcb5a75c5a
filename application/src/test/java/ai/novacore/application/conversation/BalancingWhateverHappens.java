package ai.novacore.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Any schedule of questions, answers, failures, cancellations, lost readers, crashes, outages of the database, changes of
 * tier and nights on several nodes: every turn that began ends once and is paid for at most once, on the day it began;
 * what is admitted fits the limit at every moment; the ledger, the quota and the fold of the events agree.
 */
class BalancingWhateverHappens {
    private static final int RUNS = System.getProperty("nova.long") != null ? 10_000 : 1_000;

    @Test
    void inAnySchedule() {
        Set<Happening> happened = EnumSet.noneOf(Happening.class);
        for (int seed = 0; seed < RUNS; seed++) {
            try {
                new Schedule(seed, happened).run();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(happened).containsExactlyInAnyOrder(Happening.values());
    }

    /** What has to have come up in some schedule, so that the test leaves out nothing. */
    enum Happening {
        COMPLETED,
        FAILED,
        CANCELLED,
        READER_LEFT,
        NODE_LOST,
        CALLED_OFF,
        BROKEN_OFF,
        USED_UP,
        SETTLED_ANOTHER_DAY,
        TIER_CHANGED_MEANWHILE
    }
}
