package ai.novacore.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.port.out.RateLimiter;
import ai.novacore.application.shared.port.out.RateLimiter.Decision;
import ai.novacore.application.shared.port.out.RateLimiter.Limit;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimiter} promises. */
public abstract class RateLimiterContract {
    private static final Limit STEADY = Limit.perMinute("requests", 20, 3);
    private static final Limit FIVE = Limit.within("attempts", 5, Duration.ofMinutes(15));
    private static final Duration MOMENT = Duration.ofMillis(1);

    /** One with full buckets, that goes by {@link #clock()}; the same one throughout a test. */
    protected abstract RateLimiter limiter();

    /** The same one throughout a test. */
    protected abstract ManualClock clock();

    @Test
    void grantsWhatABucketHoldsAndNoMore() {
        assertThat(take(STEADY)).isEqualTo(new Decision(true, 2, Duration.ZERO, Duration.ofSeconds(3)));
        assertThat(take(STEADY)).isEqualTo(new Decision(true, 1, Duration.ZERO, Duration.ofSeconds(6)));
        assertThat(take(STEADY)).isEqualTo(new Decision(true, 0, Duration.ZERO, Duration.ofSeconds(9)));
        assertThat(take(STEADY)).isEqualTo(new Decision(false, 0, Duration.ofSeconds(3), Duration.ofSeconds(9)));
    }

    @Test
    void doesNotCountWhatItRefuses() {
        taken(STEADY, 20);
        clock().advance(Duration.ofSeconds(9));

        assertThat(taken(STEADY, 20)).isEqualTo(3);
    }

    @Test
    void givesPermitsBackOneByOne() {
        taken(STEADY, 3);

        clock().advance(Duration.ofSeconds(3).minus(MOMENT));
        assertThat(take(STEADY).granted()).isFalse();
        clock().advance(MOMENT);
        assertThat(taken(STEADY, 3)).isEqualTo(1);
        clock().advance(Duration.ofSeconds(6));
        assertThat(taken(STEADY, 3)).isEqualTo(2);
    }

    @Test
    void neverHoldsMoreThanItsCapacity() {
        taken(STEADY, 1);
        clock().advance(Duration.ofDays(1));

        assertThat(taken(STEADY, 20)).isEqualTo(3);
    }

    @Test
    void givesPermitsBackTogether() {
        assertThat(taken(FIVE, 3)).isEqualTo(3);
        clock().advance(Duration.ofMinutes(10));
        assertThat(taken(FIVE, 3)).isEqualTo(2);

        clock().advance(Duration.ofMinutes(5).minus(MOMENT));
        assertThat(take(FIVE)).isEqualTo(new Decision(false, 0, MOMENT, MOMENT));
        clock().advance(MOMENT);
        assertThat(taken(FIVE, 20)).isEqualTo(5);
    }

    @Test
    void beginsAPeriodWithTheFirstPermitThatIsTaken() {
        taken(FIVE, 5);
        clock().advance(Duration.ofMinutes(29));
        assertThat(take(FIVE)).isEqualTo(new Decision(true, 4, Duration.ZERO, Duration.ofMinutes(15)));

        clock().advance(Duration.ofMinutes(15).minus(MOMENT));
        assertThat(taken(FIVE, 20)).isEqualTo(4);
    }

    @Test
    void keepsKeysAndNamesApart() {
        taken(FIVE, 5);

        assertThat(limiter().take(FIVE, "bea").granted()).isTrue();
        assertThat(taken(Limit.within("other attempts", 5, Duration.ofMinutes(15)), 20))
                .isEqualTo(5);
        // Nor may one pass for another by where its name ends.
        assertThat(limiter()
                        .take(Limit.within("attemptsan", 5, Duration.ofMinutes(15)), "na")
                        .remaining())
                .isEqualTo(4);
    }

    @Test
    void takesAPermitBack() {
        taken(FIVE, 5);
        limiter().giveBack(FIVE, "anna");

        assertThat(taken(FIVE, 20)).isEqualTo(1);
    }

    @Test
    void leavesAFullBucketAsItIs() {
        limiter().giveBack(FIVE, "anna");
        taken(STEADY, 1);
        limiter().giveBack(STEADY, "anna");
        limiter().giveBack(STEADY, "anna");

        assertThat(taken(FIVE, 20)).isEqualTo(5);
        assertThat(taken(STEADY, 20)).isEqualTo(3);
    }

    @Test
    void beginsANewPeriodWhenAllPermitsAreBack() {
        take(FIVE);
        clock().advance(Duration.ofMinutes(10));
        limiter().giveBack(FIVE, "anna");

        assertThat(take(FIVE).full()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void forgetsWhatWasTaken() {
        taken(FIVE, 5);
        limiter().take(FIVE, "bea");
        limiter().forget(FIVE, "anna");
        limiter().forget(FIVE, "nobody");

        assertThat(taken(FIVE, 20)).isEqualTo(5);
        assertThat(limiter().take(FIVE, "bea").remaining()).isEqualTo(3);
    }

    @Test
    void neverGrantsMoreToManyAtOnce() throws Exception {
        Limit limit = Limit.within("race", 10, Duration.ofMinutes(1));
        List<Callable<Boolean>> takers =
                Collections.nCopies(40, () -> limiter().take(limit, "anna").granted());
        int granted = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> taker : threads.invokeAll(takers)) {
                granted += taker.get() ? 1 : 0;
            }
        }

        assertThat(granted).isEqualTo(10);
    }

    @Test
    void neverGrantsMoreToManyAtOnceWhenAPeriodEnds() throws Exception {
        taken(FIVE, 5);
        clock().advance(Duration.ofMinutes(16));
        List<Callable<Boolean>> takers =
                Collections.nCopies(40, () -> take(FIVE).granted());
        int granted = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> taker : threads.invokeAll(takers)) {
                granted += taker.get() ? 1 : 0;
            }
        }

        assertThat(granted).isEqualTo(5);
    }

    private Decision take(Limit limit) {
        return limiter().take(limit, "anna");
    }

    /** How many of so many tries are granted. */
    private int taken(Limit limit, int tries) {
        int granted = 0;
        for (int i = 0; i < tries; i++) {
            granted += take(limit).granted() ? 1 : 0;
        }
        return granted;
    }
}
