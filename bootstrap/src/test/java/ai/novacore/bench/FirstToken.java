package ai.novacore.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Time to the first token through the product, over HTTP, against the model called directly. */
final class FirstToken implements Measurement {
    private static final int MEMORIES = 50;
    private static final int ROUNDS = 5;
    private static final Duration REALISTIC = Duration.ofMillis(15);

    @Override
    public String name() {
        return "first-token";
    }

    @Override
    public void measure(Installation installation, Options options, Report report) {
        Visitor visitor = installation.visitor();
        for (int i = 0; i < MEMORIES; i++) {
            visitor.post(
                    "/api/memory/memories", Map.of("content", "In the year " + (1950 + i) + " I was in town " + i));
        }
        compare(installation, visitor, Duration.ZERO, options.count(60, 5), 1);
        installation.probe().forget();
        compare(installation, visitor, Duration.ZERO, options.count(40, 5), options.count(ROUNDS, 1))
                .report(report, "model without pauses", true);
        stages(installation.probe(), report);
        compare(installation, visitor, REALISTIC, options.count(4, 1), options.count(ROUNDS, 1))
                .report(report, "model with 15 ms a token", false);
        installation.probe().setPace(Duration.ZERO);
    }

    private static Comparison compare(
            Installation installation, Visitor visitor, Duration pace, int questions, int rounds) {
        ModelProbe probe = installation.probe();
        probe.setPace(pace);
        List<Long> product = new ArrayList<>();
        List<Long> direct = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < questions; i++) {
                probe.question();
                long before = System.nanoTime();
                product.add(visitor.ask("Where was I in " + (1950 + i) + "?") - before);
            }
            for (int i = 0; i < questions; i++) {
                long before = System.nanoTime();
                direct.add(probe.askDirectly() - before);
            }
        }
        return new Comparison(Samples.millis(product), Samples.millis(direct));
    }

    private void stages(ModelProbe probe, Report report) {
        probe.stages()
                .forEach((stage, nanos) -> report.add(
                        name(),
                        "  of it " + stage + ", p50",
                        Samples.millis(nanos).percentile(50),
                        "ms"));
    }

    private record Comparison(Samples product, Samples direct) {
        /**
         * @param many whether there are enough to say anything about the slowest
         */
        void report(Report report, String title, boolean many) {
            for (int percent : many ? List.of(50, 99) : List.of(50)) {
                double through = product.percentile(percent);
                double without = direct.percentile(percent);
                report.add("first-token", title + ", through the product, p" + percent, through, "ms");
                report.add("first-token", title + ", called directly, p" + percent, without, "ms");
                report.add("first-token", "  what the product adds, p" + percent, through - without, "ms");
            }
        }
    }
}
