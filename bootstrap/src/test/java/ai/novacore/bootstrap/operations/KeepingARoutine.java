package ai.novacore.bootstrap.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

class KeepingARoutine {
    private final Semaphore renewals = new Semaphore(0);

    @Test
    void goesOnUntilItIsStoppedWhateverFails() throws InterruptedException {
        NodeRoutine lease = new NodeRoutine(
                "lease",
                () -> {
                    renewals.release();
                    throw new IllegalStateException("no database");
                },
                Duration.ofMillis(1));
        lease.start();
        assertThat(lease.isRunning()).isTrue();
        assertThat(renewals.tryAcquire(3, 20, TimeUnit.SECONDS)).isTrue();

        lease.stop();
        int last = renewals.availablePermits();

        assertThat(lease.isRunning()).isFalse();
        assertThat(renewals.tryAcquire(last + 1, 50, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void isStoppedAfterAnswersWereLetEnd() {
        assertThat(new NodeRoutine("lease", () -> {}, Duration.ofDays(1)).getPhase())
                .isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE)
                .isPositive();
    }
}
