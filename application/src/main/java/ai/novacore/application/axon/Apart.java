package ai.novacore.application.axon;

import ai.novacore.application.shared.Correlation;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs work on a thread of its own, apart from the unit of work and the transaction of the event handler that wants it.
 * Commands sent from there are tried again when they lose a race, and what they recorded stays when the handler fails
 * later; events are handled at least once anyhow.
 */
final class Apart {
    /** Well below the time after which a processor's claim can be taken over. */
    static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    private Apart() {}

    static void run(Runnable work) {
        FutureTask<Boolean> task = new FutureTask<>(Correlation.carrying(work), true);
        Thread thread = Thread.ofVirtual().name("apart").start(task);
        try {
            task.get(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("the work failed", e.getCause());
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new IllegalStateException("the work took longer than " + TIME_LIMIT, e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
