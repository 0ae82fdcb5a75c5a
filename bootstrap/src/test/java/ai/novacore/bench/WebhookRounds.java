package ai.novacore.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rounds in which each in turn takes as many webhooks, and what came out of them. */
final class WebhookRounds {
    private static final double NANOS_PER_MILLI = 1e6;

    private final WebhookLoad.Kinds kinds;
    private final int size;
    private final int connections;
    private final Map<String, Taken> taken = new HashMap<>();
    private int rounds;

    WebhookRounds(WebhookLoad.Kinds kinds, int size, int connections) {
        this.kinds = kinds;
        this.size = size;
        this.connections = connections;
    }

    private static final class Taken {
        final List<Double> rates = new ArrayList<>();
        final List<Double> processor = new ArrayList<>();
        final List<Double> database = new ArrayList<>();
        final List<Long> latencies = new ArrayList<>();
        int lost;
        int twice;
    }

    /** @param counts whether it is more than a warm-up; that nothing is lost is looked at in any case */
    void run(WebhookTaker taker, boolean counts) {
        WebhookLoad load = WebhookLoad.of(kinds, rounds++, size);
        Duration before = taker.processor().used();
        Duration databaseBefore = taker.databaseProcessor().used();
        WebhookSender.Run run = WebhookSender.send(taker.port(), connections, load.requests());
        Duration used = taker.processor().used().minus(before);
        Duration databaseUsed = taker.databaseProcessor().used().minus(databaseBefore);
        Taken all = taken.computeIfAbsent(taker.name(), name -> new Taken());
        int stored = taker.stored(load.prefix());
        all.lost += Math.max(0, load.distinct() - stored);
        all.twice += Math.max(0, stored - load.distinct());
        if (counts) {
            all.rates.add(run.perSecond());
            all.processor.add(used.toNanos() / NANOS_PER_MILLI / size);
            all.database.add(databaseUsed.toNanos() / NANOS_PER_MILLI / size);
            all.latencies.addAll(run.latencies());
        }
    }

    void report(String group, Report report, WebhookTaker product, Optional<WebhookTaker> other) {
        other.ifPresent(taker -> figures(group, report, taker.name()));
        figures(group, report, product.name());
        other.ifPresent(taker -> report.add(
                group, product.name() + " beside " + taker.name(), rate(product) / rate(taker), "", Aim.atLeast(1)));
    }

    private double rate(WebhookTaker taker) {
        return Samples.of(of(taker.name()).rates).median();
    }

    private void figures(String group, Report report, String name) {
        Taken all = of(name);
        report.add(group, name, Samples.of(all.rates).median(), "/s");
        Samples latencies = Samples.millis(all.latencies);
        for (int percent : List.of(50, 95, 99)) {
            report.add(group, name + ", answer p" + percent, latencies.percentile(percent), "ms");
        }
        report.add(group, name + ", processor", Samples.of(all.processor).median(), "ms each");
        report.add(
                group,
                name + ", processor of the database",
                Samples.of(all.database).median(),
                "ms each");
        report.add(group, name + ", lost", all.lost, "", Aim.atMost(0));
        report.add(group, name + ", stored twice", all.twice, "", Aim.atMost(0));
    }

    private Taken of(String name) {
        return taken.getOrDefault(name, new Taken());
    }
}
