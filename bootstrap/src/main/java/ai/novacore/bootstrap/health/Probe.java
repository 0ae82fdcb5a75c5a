package ai.novacore.bootstrap.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one part, once for all who ask at the same time, and not again as long as what was found is fresh; so /health costs
 * the same, however often it is asked. A look that takes too long counts as a part that is down, and no other one is begun
 * before it has ended. Safe for threads.
 */
final class Probe {
    private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

    private final String name;
    private final Supplier<Finding> look;
    private final Duration fresh;
    private final Duration limit;
    private @Nullable Looking latest;

    private record Looking(CompletableFuture<Finding> finding, long begun) {}

    /**
     * @param fresh how long a finding is good
     * @param limit how long a look may take
     */
    Probe(String name, Duration fresh, Duration limit, Supplier<Finding> look) {
        this.name = name;
        this.look = look;
        this.fresh = fresh;
        this.limit = limit;
    }

    String name() {
        return name;
    }

    /** Begins to look, if that is due. */
    void begin() {
        looking();
    }

    /** What was found; within the time limit. */
    Finding finding() {
        Looking looking = looking();
        long left = limit.toNanos() - (System.nanoTime() - looking.begun());
        try {
            return looking.finding().get(Math.max(0, left), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Finding.down("does not answer within " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            LOG.warn("Looking at {} failed", name, e.getCause());
            return Finding.down("fails when it is looked at");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.down("was not waited for");
        }
    }

    private synchronized Looking looking() {
        Looking current = latest;
        if (current != null && (!current.finding().isDone() || isFresh(current))) {
            return current;
        }
        CompletableFuture<Finding> finding = new CompletableFuture<>();
        Looking begun = new Looking(finding, System.nanoTime());
        latest = begun;
        Thread.ofVirtual().name("probe-" + name).start(() -> {
            try {
                finding.complete(look.get());
            } catch (RuntimeException | Error e) {
                finding.completeExceptionally(e);
            }
        });
        return begun;
    }

    private boolean isFresh(Looking looking) {
        return System.nanoTime() - looking.begun() < fresh.toNanos();
    }
}
