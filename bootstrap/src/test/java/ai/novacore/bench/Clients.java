package ai.novacore.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** A number of clients that do the same over and over, each as fast as it is answered. */
final class Clients {
    private Clients() {}

    /**
     * @param latencies how long each call took, in nanoseconds
     */
    record Run(double perSecond, List<Long> latencies) {}

    /**
     * @param work gives each client its own
     */
    static Run run(int clients, Duration time, Supplier<Runnable> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<List<Long>>> loops = new ArrayList<>();
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            for (int i = 0; i < clients; i++) {
                Runnable own = work.get();
                loops.add(() -> loop(own, end));
            }
            List<Long> latencies = new ArrayList<>();
            for (Future<List<Long>> loop : threads.invokeAll(loops)) {
                latencies.addAll(loop.get());
            }
            return new Run(latencies.size() * 1e9 / (System.nanoTime() - begin), latencies);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e.getCause());
        }
    }

    private static List<Long> loop(Runnable work, long end) {
        List<Long> latencies = new ArrayList<>();
        for (long before = System.nanoTime(); before < end; ) {
            work.run();
            long after = System.nanoTime();
            latencies.add(after - before);
            before = after;
        }
        return latencies;
    }
}
