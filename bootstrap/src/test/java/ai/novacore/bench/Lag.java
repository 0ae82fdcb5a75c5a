package ai.novacore.bench;

import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.quota.QuotaId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** From the commit of an event to the moment when a query finds it in the read model. */
final class Lag implements Measurement {
    private static final Duration BUSY = Duration.ofMillis(20);
    private static final Duration IDLE = Duration.ofMillis(300);
    private static final Aim SOON = Aim.atMost(25);
    private static final long LOOK_AGAIN_NANOS = 200_000;
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    /** Something that records that a quota was opened, and where this shows. */
    private record Path(Consumer<QuotaId> open, QuotaUsageStore shows) {}

    @Override
    public String name() {
        return "lag";
    }

    @Override
    public void measure(Installation installation, Options options, Report report) {
        CommandDispatcher commands = installation.commands();
        Path product = new Path(id -> commands.dispatch(Quotas.open(id)), installation.bean(QuotaUsageStore.class));
        try (AxonsOwnPolling axon = new AxonsOwnPolling(installation.bareStores(), installation.bareUsage())) {
            Path polling = new Path(axon::open, installation.bareUsage());
            run(product, options.count(100, 5), BUSY);
            run(polling, options.count(20, 2), BUSY);
            Samples busy = run(product, options.count(1_000, 50), BUSY);
            Samples busyPolling = run(polling, options.count(300, 20), BUSY);
            List<Samples> idle = sideBySide(product, polling, options.count(40, 5));
            report(report, "50 commands a second", busy, busyPolling);
            report(report, "a command every 300 ms", idle.getFirst(), idle.getLast());
        }
    }

    private void report(Report report, String title, Samples product, Samples polling) {
        report.add(name(), title + ", p50", product.percentile(50), "ms");
        report.add(name(), title + ", p99", product.percentile(99), "ms", SOON);
        report.add(name(), "  with Axon's own polling, p50", polling.percentile(50), "ms");
        report.add(name(), "  with Axon's own polling, p99", polling.percentile(99), "ms");
    }

    /** Both at the same time, which is fair where neither is busy. */
    private static List<Samples> sideBySide(Path one, Path other, int count) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Samples> first = threads.submit(() -> run(one, count, IDLE));
            LockSupport.parkNanos(IDLE.toNanos() / 2);
            return List.of(run(other, count, IDLE), get(first)).reversed();
        }
    }

    private static Samples run(Path path, int count, Duration every) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            List<Future<Long>> lags = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long start = begin + i * every.toNanos();
                lags.add(threads.submit(() -> lag(path, start)));
            }
            return Samples.millis(lags.stream().map(Lag::get).toList());
        }
    }

    private static long lag(Path path, long start) {
        parkUntil(start);
        QuotaId id = Quotas.fresh();
        path.open().accept(id);
        long committed = System.nanoTime();
        while (path.shows().find(id).isEmpty()) {
            if (System.nanoTime() - committed > PATIENCE_NANOS) {
                throw new IllegalStateException("an event never showed");
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return System.nanoTime() - committed;
    }

    private static void parkUntil(long start) {
        for (long left = start - System.nanoTime(); left > 0; left = start - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("it failed", e.getCause());
        }
    }
}
