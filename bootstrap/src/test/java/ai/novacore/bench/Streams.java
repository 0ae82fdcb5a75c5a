package ai.novacore.bench;

import ai.novacore.bootstrap.HeldStream;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** What many open WebSockets and answers take from everybody else. */
final class Streams implements Measurement {
    private static final Duration SLOWLY = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final double BYTES_PER_KB = 1_024;

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public void measure(Installation installation, Options options, Report report) {
        int each = options.count(500, 20);
        int logins = options.count(100, 5);
        Visitor visitor = installation.visitor();
        logIn(visitor, options.count(50, 5));
        Samples before = logIn(visitor, logins);
        Samples atRest = look(pool(installation));
        report.add(name(), "a login, nothing open, p50", before.percentile(50), "ms");
        report.add(name(), "a login, nothing open, p99", before.percentile(99), "ms");
        report.add(name(), "connections of the pool in use, nothing open, p50", atRest.percentile(50), "");
        for (int i = 0; i < 2; i++) {
            round(installation, visitor, each, logins).close(installation);
        }
        long rested = usedHeap();
        Round last = round(installation, visitor, each, logins);
        last.report(report, each, rested, Aim.atMost(atRest.percentile(50)));
        last.close(installation);
        report.add(name(), "heap that did not come back", (usedHeap() - rested) / BYTES_PER_KB, "kB");
    }

    /** What was seen while all were open. */
    private record Round(List<HeldStream> open, Samples logins, Samples connections, long heap) {

        void report(Report report, int each, long rested, Aim resting) {
            String title = "a login, " + each + " sockets and " + each + " answers open, p";
            report.add("streams", title + 50, logins.percentile(50), "ms", Aim.atMost(100));
            report.add("streams", title + 99, logins.percentile(99), "ms");
            report.add(
                    "streams",
                    "connections of the pool in use, all open, p50",
                    connections.percentile(50),
                    "",
                    resting);
            report.add("streams", "connections of the pool in use, all open, p99", connections.percentile(99), "");
            report.add("streams", "heap per stream, both ends", (heap - rested) / BYTES_PER_KB / open.size(), "kB");
        }

        void close(Installation installation) {
            open.forEach(HeldStream::close);
            installation.awaitNoStreams();
        }
    }

    private static Round round(Installation installation, Visitor visitor, int each, int logins) {
        installation.probe().setPace(SLOWLY);
        List<HeldStream> open = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            open.add(HeldStream.socket(installation.port(), visitor.token()));
            open.add(HeldStream.answer(installation.port(), visitor.token()));
        }
        Samples connections = look(pool(installation));
        Samples times = logIn(visitor, logins);
        Round round = new Round(open, times, connections, usedHeap());
        installation.probe().setPace(Duration.ZERO);
        return round;
    }

    private static Samples logIn(Visitor visitor, int times) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            visitor.logIn();
            nanos.add(System.nanoTime() - begin);
        }
        return Samples.millis(nanos);
    }

    /** How many connections are in use, over some seconds. */
    private static Samples look(HikariPoolMXBean pool) {
        List<Double> seen = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            seen.add((double) pool.getActiveConnections());
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return Samples.of(seen);
    }

    private static HikariPoolMXBean pool(Installation installation) {
        try {
            return installation
                    .bean(DataSource.class)
                    .unwrap(HikariDataSource.class)
                    .getHikariPoolMXBean();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
