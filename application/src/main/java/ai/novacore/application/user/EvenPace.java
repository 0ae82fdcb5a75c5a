package ai.novacore.application.user;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Answers after the same time whatever was found, so that the time tells nothing: work that is done sooner waits. Waiting
 * is cheap on a virtual thread.
 */
public final class EvenPace {
    private final long nanos;

    /**
     * @param time longer than the work takes at its longest, on an ordinary day
     */
    public EvenPace(Duration time) {
        this.nanos = time.toNanos();
    }

    void run(Runnable work) {
        long end = System.nanoTime() + nanos;
        try {
            work.run();
        } finally {
            long left = end - System.nanoTime();
            while (left > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(left);
                left = end - System.nanoTime();
            }
        }
    }
}
