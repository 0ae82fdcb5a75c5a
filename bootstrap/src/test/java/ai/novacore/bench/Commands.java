package ai.novacore.bench;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Commands a second through the bridge, against rows a second that are inserted with the same durability. */
final class Commands implements Measurement {
    private static final List<Integer> CLIENTS = List.of(1, 8, 32);
    private static final int CLIENTS_OF_THE_AIM = 8;
    private static final Aim HALF = Aim.atLeast(0.5);
    private static final String RAW = "plain inserts";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public void measure(Installation installation, Options options, Report report) {
        Map<String, Supplier<Runnable>> kinds = kinds(installation);
        // Twice, and long, because the bridge is a lot of code that has to be compiled before it counts.
        for (int i = 0; i < options.count(2, 1); i++) {
            kinds.values().forEach(kind -> run(installation, CLIENTS_OF_THE_AIM, options.count(3_000, 200), kind));
        }
        for (int clients : CLIENTS) {
            compare(installation, options, report, clients, kinds);
        }
    }

    private static Map<String, Supplier<Runnable>> kinds(Installation installation) {
        RawInserts inserts = new RawInserts(installation.bareDatabase());
        CommandDispatcher alone = installation.bareCommands();
        CommandDispatcher followed = installation.commands();
        Map<String, Supplier<Runnable>> kinds = new LinkedHashMap<>();
        kinds.put(RAW, () -> inserts::insert);
        kinds.put("new streams, nothing follows", () -> Quotas.opening(alone));
        kinds.put("existing streams, nothing follows", () -> Quotas.turns(alone));
        kinds.put("new streams, the product follows", () -> Quotas.opening(followed));
        kinds.put("existing streams, the product follows", () -> Quotas.turns(followed));
        return kinds;
    }

    private void compare(
            Installation installation,
            Options options,
            Report report,
            int clients,
            Map<String, Supplier<Runnable>> kinds) {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        List<String> order = new ArrayList<>(kinds.keySet());
        for (int round = 0; round < options.count(5, 1); round++) {
            Map<String, Double> inRound = new LinkedHashMap<>();
            for (String kind : order) {
                inRound.put(kind, run(installation, clients, options.count(500, 200), kinds.get(kind)));
            }
            inRound.forEach((kind, rate) -> {
                rates.computeIfAbsent(kind, k -> new ArrayList<>()).add(rate);
                ratios.computeIfAbsent(kind, k -> new ArrayList<>()).add(rate / inRound.get(RAW));
            });
            Collections.rotate(order, 1);
        }
        for (String kind : kinds.keySet()) {
            String what = clients + (clients == 1 ? " client, " : " clients, ") + kind;
            report.add(name(), what, Samples.of(rates.get(kind)).median(), "/s");
            if (!kind.equals(RAW)) {
                double ratio = Samples.of(ratios.get(kind)).median();
                if (clients == CLIENTS_OF_THE_AIM) {
                    report.add(name(), "  as a share of plain inserts", ratio, "", HALF);
                } else {
                    report.add(name(), "  as a share of plain inserts", ratio, "");
                }
            }
        }
    }

    /** Runs alone: what follows the events has caught up before and does so again afterwards. */
    private static double run(Installation installation, int clients, int millis, Supplier<Runnable> work) {
        double perSecond = Clients.run(clients, Duration.ofMillis(millis), work).perSecond();
        if (!installation.readModels().awaitLatest(PATIENCE)) {
            throw new IllegalStateException("the read models do not catch up");
        }
        return perSecond;
    }
}
