package ai.novacore.bench;

import ai.novacore.bench.ModelServer.Model;
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
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the chat of the product beside others that stand in front of a model, each in a process of its own. See
 * docs/benchmarks.md.
 */
final class ChatBench implements AutoCloseable {
    private static final String WITH_MEMORY = "through the product, memory on";
    private static final String WITHOUT_MEMORY = "through the product, memory off";
    private static final Map<String, Aim> AIMS = Map.of(WITH_MEMORY, Aim.atMost(15), WITHOUT_MEMORY, Aim.atMost(5));
    private static final int MEMORIES = 1_000;

    private final ChatOptions options;
    private final Path folder;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private @Nullable Candidate gateway;

    private ChatBench(ChatOptions options) throws IOException {
        this.options = options;
        Path build = Path.of("bootstrap", "target");
        // Not the folder for temporary files: that may be in memory, where every commit is free.
        folder = Files.createTempDirectory(Files.isDirectory(build) ? build : Path.of(""), "bench-chat-")
                .toAbsolutePath();
    }

    static void main(String[] args) throws IOException {
        ChatOptions options;
        try {
            options = ChatOptions.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        PrintStream out = System.out;
        if (options.help()) {
            out.print(ChatOptions.USAGE);
            return;
        }
        try (ChatBench bench = new ChatBench(options)) {
            Report report = bench.run();
            out.print(options.json() ? report.json() : report.table());
        }
    }

    private Report run() throws IOException {
        Report report = new Report();
        int model = startModel();
        ProductProcess product = startProduct(model);
        startOthers(model);
        int memories = options.count(MEMORIES, 20);
        say("Preparing members, some with " + memories + " memories …");
        List<String> remembering = product.members("remembering", options.count(4, 1), memories);
        List<String> plain = product.members("plain", options.count(32, 4), 0);
        Candidate without = Candidate.product(
                WITHOUT_MEMORY, product.port(), plain, false, product.processor(), product.database());
        candidates.add(without);
        candidates.add(Candidate.product(
                WITH_MEMORY, product.port(), remembering, true, product.processor(), product.database()));
        report.on("%d processors, Java %s; %d members with memory, %d memories each at the beginning"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        remembering.size(),
                        memories));
        warmUp();
        measureLatency(report);
        measureThroughput(without, report);
        return report;
    }

    private int startModel() throws IOException {
        int port = OwnProcess.freePort();
        List<String> command = new ArrayList<>(OwnProcess.java());
        command.addAll(List.of(ModelServer.class.getName(), Integer.toString(port)));
        keep(OwnProcess.start(folder.resolve("model.log"), command, Map.of()).awaitPort(port));
        candidates.add(Candidate.ollama("called directly", port, Processor.NONE));
        return port;
    }

    private ProductProcess startProduct(int model) throws IOException {
        say("Starting the product …");
        return keep(ProductProcess.start(folder, model, options.jvm(), options.settings()));
    }

    private void startOthers(int model) {
        try {
            candidates.add(keep(Nginx.start(folder, model)).candidate());
        } catch (IOException e) {
            say("Without nginx (apt-get install nginx-light, brew install nginx): " + e.getMessage());
        }
        try {
            say("Starting the gateway to compare with …");
            gateway = keep(Portkey.start(folder, model)).candidate();
            candidates.add(gateway);
        } catch (IOException e) {
            say("Without @portkey-ai/gateway (needs Node.js, npm and its registry): " + e.getMessage());
        }
    }

    /** New code is slow until it is compiled. */
    private void warmUp() {
        say("Warming up …");
        for (int streams : List.of(16, 1)) {
            for (Candidate candidate : candidates) {
                boolean large = AIMS.containsKey(candidate.name());
                ChatBlock.run(candidate, streams, Model.INSTANT, large ? seconds(8, 1) : seconds(2, 1));
            }
        }
    }

    private void measureLatency(Report report) {
        ChatLatency latency = new ChatLatency(candidates, AIMS, report);
        for (int streams : List.of(1, 32, 128)) {
            if (options.parts().contains(Integer.toString(streams))) {
                say("Measuring " + streams + (streams == 1 ? " stream …" : " streams …"));
                if (streams == 1) {
                    latency.measure(1, Model.BRISK, options.count(8, 1), Duration.ofMillis(1_500));
                } else {
                    latency.measure(streams, Model.STEADY, options.count(2, 1), seconds(5, 1));
                }
            }
        }
    }

    private void measureThroughput(Candidate product, Report report) {
        if (options.parts().contains(ChatOptions.THROUGHPUT)) {
            say("Measuring throughput …");
            List<Candidate> others = gateway == null ? List.of() : List.of(gateway);
            new ChatThroughput(report).measure(product, others, options.count(5, 1), seconds(5, 1));
        }
    }

    private Duration seconds(int thorough, int inAHurry) {
        return Duration.ofSeconds(options.count(thorough, inAHurry));
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
