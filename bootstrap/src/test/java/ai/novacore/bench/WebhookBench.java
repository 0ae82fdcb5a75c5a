package ai.novacore.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how fast the product takes webhooks, beside a bare server that does nothing else, each in a process of its own. See
 * docs/benchmarks.md.
 */
final class WebhookBench implements AutoCloseable {
    private static final int CONNECTIONS = 16;
    private static final Map<WebhookLoad.Kinds, String> NAMES = Map.of(
            WebhookLoad.Kinds.KEPT, "kept", WebhookLoad.Kinds.APPLIED, "kept, and by the product applied meanwhile");

    private final WebhookOptions options;
    private final Path folder;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    private WebhookBench(WebhookOptions options) throws IOException {
        this.options = options;
        Path build = Path.of("bootstrap", "target");
        // Not the folder for temporary files: that may be in memory, where every commit is free.
        folder = Files.createTempDirectory(Files.isDirectory(build) ? build : Path.of(""), "bench-webhooks-")
                .toAbsolutePath();
    }

    static void main(String[] args) throws IOException {
        WebhookOptions options;
        try {
            options = WebhookOptions.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        PrintStream out = System.out;
        if (options.help()) {
            out.print(WebhookOptions.USAGE);
            return;
        }
        try (WebhookBench bench = new WebhookBench(options)) {
            Report report = bench.run();
            out.print(options.json() ? report.json() : report.table());
        }
    }

    private Report run() throws IOException {
        say("Starting the product …");
        List<String> settings = new ArrayList<>(options.settings());
        settings.add("nova.stripe.webhook-secret=" + WebhookLoad.SECRET);
        ProductProcess process = keep(ProductProcess.start(folder, OwnProcess.freePort(), options.jvm(), settings));
        int database = process.databasePort();
        WebhookTaker product = new WebhookTaker(
                "the product",
                process.port(),
                NodeReceiver.jdbc(database, "postgres"),
                "account.webhook_inbox",
                process.processor(),
                process.database());
        Optional<WebhookTaker> other = startNode(database, process.database());
        Report report = new Report();
        report.on("%d processors, Java %s, %d connections, rounds of %,d webhooks"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        CONNECTIONS,
                        options.count(10_000, 500)));
        for (WebhookLoad.Kinds kinds : WebhookLoad.Kinds.values()) {
            WebhookRounds rounds = new WebhookRounds(kinds, options.count(10_000, 500), CONNECTIONS);
            say("Webhooks that are " + NAMES.get(kinds) + ": warming up …");
            measure(rounds, product, other);
            rounds.report("webhooks, " + NAMES.get(kinds), report, product, other);
        }
        return report;
    }

    private Optional<WebhookTaker> startNode(int database, Processor databaseProcessor) {
        try {
            say("Starting what to compare with …");
            return Optional.of(
                    keep(NodeReceiver.start(folder, database, CONNECTIONS)).taker(databaseProcessor));
        } catch (IOException e) {
            say("Without a server to compare with (needs Node.js, npm and its registry): " + e.getMessage());
            return Optional.empty();
        }
    }

    private void measure(WebhookRounds rounds, WebhookTaker product, Optional<WebhookTaker> other) {
        int warmUp = options.count(4, 1);
        for (int i = 0; i < warmUp + options.count(7, 1); i++) {
            boolean counts = i >= warmUp;
            if (counts) {
                say("Round " + (i - warmUp + 1) + " …");
            }
            rounds.run(product, counts);
            product.awaitApplied();
            rest();
            other.ifPresent(taker -> rounds.run(taker, counts));
            rest();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
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
