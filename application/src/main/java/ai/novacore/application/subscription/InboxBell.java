package ai.novacore.application.subscription;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the workers of this node that something has come in. Rung more often than there are workers, it rings no more. */
public final class InboxBell {
    private static final int WORKERS = 4;

    private final Semaphore rung = new Semaphore(0);

    /** How many there are to hear it. */
    public int workers() {
        return WORKERS;
    }

    /** Lets one more of the workers look. */
    public void ring() {
        if (rung.availablePermits() < WORKERS) {
            rung.release();
        }
    }

    /** Waits until it has rung for this worker; false when it has not, and the time is over. */
    public boolean await(Duration time) throws InterruptedException {
        return rung.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
