package ai.novacore.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Measures what metrics, logs and traces cost of the processor on the way of a question, each product in a process of its own.
 * See docs/benchmarks.md.
 */
final class OverheadBench implements AutoCloseable {
    private static final String GROUP = "processor of the JVM for an answer";
    private static final Aim FIVE_PERCENT = Aim.atMost(5);
    private static final int CLIENTS = 8;
    private static final int MODEL_TOKENS = 16;

    /** No registry is behind the metrics then, and no line is written or even put together. */
    private static final List<String> SILENT = List.of(
            "management.prometheus.metrics.export.enabled=false",
            "management.simple.metrics.export.enabled=false",
            "management.observations.enable.all=false",
            "logging.level.root=OFF");

    private final OverheadOptions options;
    private final Path folder;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    private OverheadBench(OverheadOptions options) throws IOException {
        this.options = options;
        Path build = Path.of("bootstrap", "target");
        // Not the folder for temporary files: that may be in memory, where every commit is free.
        folder = Files.createTempDirectory(Files.isDirectory(build) ? build : Path.of(""), "bench-overhead-")
                .toAbsolutePath();
    }

    static void main(String[] args) throws IOException {
        OverheadOptions options;
        try {
            options = OverheadOptions.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        PrintStream out = System.out;
        if (options.help()) {
            out.print(OverheadOptions.USAGE);
            return;
        }
        try (OverheadBench bench = new OverheadBench(options)) {
            Report report = bench.run();
            out.print(options.json() ? report.json() : report.table());
        }
    }

    private Report run() throws IOException {
        int model = OwnProcess.freePort();
        List<String> command = new ArrayList<>(OwnProcess.java());
        command.addAll(List.of(ModelServer.class.getName(), Integer.toString(model)));
        keep(OwnProcess.start(folder.resolve("model.log"), command, Map.of()).awaitPort(model));
        say("Starting the products …");
        Answering silent = start("silent", model, List.of(), SILENT);
        Answering usual = start("usual", model, options.jvm(), List.of());
        Answering traced = start(
                "traced",
                model,
                List.of(),
                List.of(
                        "management.tracing.sampling.probability=1.0",
                        "management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:" + model
                                + "/v1/traces"));
        List<Answering> all = List.of(silent, usual, traced);
        int questions = options.count(200, 16);
        for (int i = 0; i < options.count(3, 1); i++) {
            say("Warming up …");
            for (Answering one : all) {
                one.round(questions);
            }
        }
        Map<Answering, List<Double>> costs = new LinkedHashMap<>();
        for (int i = 0; i < options.count(9, 1); i++) {
            say("Round " + (i + 1) + " …");
            for (Answering one : i % 2 == 0 ? all : all.reversed()) {
                costs.computeIfAbsent(one, o -> new ArrayList<>()).add(one.round(questions));
            }
        }
        Report report = new Report();
        report.on("%d processors, Java %s, %d at once, rounds of %d answers of %d tokens"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        CLIENTS,
                        questions,
                        MODEL_TOKENS));
        costs.forEach((one, millis) ->
                report.add(GROUP, one.name(), Samples.of(millis).median(), "ms"));
        compare(report, "metrics and logs", costs.get(usual), costs.get(silent), true);
        compare(report, "traces of every request beside them", costs.get(traced), costs.get(usual), false);
        return report;
    }

    /** By rounds that were neighbours: what else the machine did then, it did to both. */
    private static void compare(Report report, String what, List<Double> with, List<Double> without, boolean aims) {
        List<Double> percent = new ArrayList<>();
        for (int i = 0; i < with.size(); i++) {
            percent.add((with.get(i) / without.get(i) - 1) * 100);
        }
        Samples samples = Samples.of(percent);
        if (aims) {
            report.add(GROUP, what + ", more", samples.median(), "%", FIVE_PERCENT);
        } else {
            report.add(GROUP, what + ", more", samples.median(), "%");
        }
        report.add(GROUP, "  least of the rounds", samples.percentile(0), "%");
        report.add(GROUP, "  most of the rounds", samples.percentile(100), "%");
    }

    private Answering start(String name, int model, List<String> jvm, List<String> settings) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        ProductProcess product = keep(ProductProcess.start(own, model, jvm, settings));
        return Answering.of(name, product, CLIENTS);
    }

    private static void say(String what) {
        System.err.println(what);
    }

    private <T extends AutoCloseable> T keep(T process) {
        started.push(process);
        return process;
    }

    @Override
    public void close() throws IOException {
        try {
            for (AutoCloseable process : started) {
                process.close();
            }
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
