package ai.novacore.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reading the quota, against a request that does nothing behind the same door. */
final class QuotaReads implements Measurement {
    private static final List<Integer> CLIENTS = List.of(1, 8);
    private static final int ROUNDS = 5;
    private static final String QUOTA = "/api/usage/quota";

    @Override
    public String name() {
        return "quota";
    }

    @Override
    public void measure(Installation installation, Options options, Report report) {
        Visitor visitor = installation.visitor();
        visitor.ask("Hello");
        for (String path : List.of(EmptyRoute.PATH, QUOTA)) {
            run(visitor, path, 8, options.count(3_000, 200));
        }
        for (int clients : CLIENTS) {
            compare(visitor, options, report, clients);
        }
    }

    private void compare(Visitor visitor, Options options, Report report, int clients) {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        Map<String, List<Long>> latencies = new LinkedHashMap<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < options.count(ROUNDS, 1); round++) {
            Map<String, Double> inRound = new LinkedHashMap<>();
            for (String path : List.of(EmptyRoute.PATH, QUOTA)) {
                Clients.Run run = run(visitor, path, clients, options.count(700, 200));
                inRound.put(path, run.perSecond());
                rates.computeIfAbsent(path, p -> new ArrayList<>()).add(run.perSecond());
                latencies.computeIfAbsent(path, p -> new ArrayList<>()).addAll(run.latencies());
            }
            ratios.add(inRound.get(QUOTA) / inRound.get(EmptyRoute.PATH));
        }
        String with = clients + (clients == 1 ? " client" : " clients");
        rates.forEach((path, perSecond) -> {
            Samples millis = Samples.millis(latencies.get(path));
            String what = with + ", " + (path.equals(QUOTA) ? "the quota" : "an empty answer");
            report.add(name(), what, Samples.of(perSecond).median(), "/s");
            report.add(name(), "  p50", millis.percentile(50), "ms");
            report.add(name(), "  p99", millis.percentile(99), "ms");
        });
        report.add(
                name(),
                with + ", quotas as a share of empty answers",
                Samples.of(ratios).median(),
                "");
    }

    private static Clients.Run run(Visitor visitor, String path, int clients, int millis) {
        return Clients.run(clients, Duration.ofMillis(millis), () -> () -> visitor.get(path));
    }
}
