package ai.novacore.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** Measures the product on this machine, against what it is compared with, in one run. See docs/benchmarks.md. */
public final class Bench {
    private static final List<Measurement> ALL = List.of(
            new Commands(), new FirstToken(), new Lag(), new QuotaReads(), new Sealing(), new Pasts(), new Streams());

    private Bench() {}

    public static void main(String[] args) throws IOException {
        if (args.length > 0 && args[0].equals("chat")) {
            ChatBench.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        if (args.length > 0 && args[0].equals("memory")) {
            MemoryBench.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        if (args.length > 0 && args[0].equals("webhooks")) {
            WebhookBench.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        if (args.length > 0 && args[0].equals("overhead")) {
            OverheadBench.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        Options options;
        try {
            options = Options.parse(args, ALL.stream().map(Measurement::name).toList());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        PrintStream out = System.out;
        System.setOut(System.err); // what the product says at its start is not part of the report
        Report report = run(options);
        out.print(options.json() ? report.json() : report.table());
    }

    private static Report run(Options options) throws IOException {
        Report report = new Report();
        System.err.println("Starting the product …");
        try (Installation installation = Installation.start()) {
            report.on(installation.description());
            for (Measurement measurement : ALL) {
                if (options.names().contains(measurement.name())) {
                    System.err.println("Measuring " + measurement.name() + " …");
                    measurement.measure(installation, options, report);
                }
            }
        }
        return report;
    }
}
