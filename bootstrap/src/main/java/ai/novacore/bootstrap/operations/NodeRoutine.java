package ai.novacore.bootstrap.operations;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * What this node does at a steady pace as long as it may be answering: it lets the others know that it is alive, and saves
 * what was said. Not scheduled like other work, because that ends as soon as the product begins to stop: answers are still
 * given then, and the other nodes would end them.
 */
final class NodeRoutine implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NodeRoutine.class);

    private final String name;
    private final Runnable round;
    private final Duration pace;
    private @Nullable Going going;

    NodeRoutine(String name, Runnable round, Duration pace) {
        this.name = name;
        this.round = round;
        this.pace = pace;
    }

    private record Going(Thread thread, CountDownLatch stopped) {}

    @Override
    public synchronized void start() {
        CountDownLatch stopped = new CountDownLatch(1);
        going = new Going(Thread.ofVirtual().name(name).start(() -> goOnUntil(stopped)), stopped);
    }

    private void goOnUntil(CountDownLatch stopped) {
        try {
            do {
                oneRound();
            } while (!stopped.await(pace.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void oneRound() {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.warn("A round of {} failed; the next one follows", name, e);
        }
    }

    @Override
    public synchronized void stop() {
        Going current = going;
        going = null;
        if (current == null) {
            return;
        }
        current.stopped().countDown();
        try {
            // As long as a round may wait for the database; after that it fails by itself.
            current.thread().join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return going != null;
    }

    /** Stops after the web server, whose requests are those answers. */
    @Override
    public int getPhase() {
        return 1;
    }
}
