package ai.novacore.bootstrap.operations;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Lets the other nodes know that this one is alive. Not scheduled like other work, because that ends as soon as the product
 * begins to stop: answers are still given then, and the other nodes would end them.
 */
final class Lease implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final Runnable renewal;
    private final Duration pace;
    private @Nullable Renewing renewing;

    Lease(Runnable renewal, Duration pace) {
        this.renewal = renewal;
        this.pace = pace;
    }

    private record Renewing(Thread thread, CountDownLatch stopped) {}

    @Override
    public synchronized void start() {
        CountDownLatch stopped = new CountDownLatch(1);
        renewing = new Renewing(Thread.ofVirtual().name("lease").start(() -> renewUntil(stopped)), stopped);
    }

    private void renewUntil(CountDownLatch stopped) {
        try {
            do {
                renew();
            } while (!stopped.await(pace.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        try {
            renewal.run();
        } catch (RuntimeException e) {
            LOG.warn("The lease of this node could not be renewed; it is tried again", e);
        }
    }

    @Override
    public synchronized void stop() {
        Renewing current = renewing;
        renewing = null;
        if (current == null) {
            return;
        }
        current.stopped().countDown();
        try {
            // As long as a renewal may wait for the database; after that it fails by itself.
            current.thread().join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return renewing != null;
    }

    /** Stops after the web server, whose requests are those answers. */
    @Override
    public int getPhase() {
        return 1;
    }
}
