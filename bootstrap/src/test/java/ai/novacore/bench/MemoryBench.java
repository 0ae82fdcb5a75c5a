package ai.novacore.bench;

import ai.novacore.adapters.ollama.MiniLmEmbedder;
import ai.novacore.application.model.port.out.Embedder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.util.FileSystemUtils;

/** What the memory search finds of what it should find, beside what others find in the same texts, and how fast. */
final class MemoryBench {
    private static final String PRODUCT = "through the product";
    private static final double AIM_AT_TEN = 0.70;
    /** Nothing listens there: nobody is asked anything but what is remembered. */
    private static final int NO_MODEL = 1;

    private final MemoryOptions options;
    private final Embedder embedder = new MiniLmEmbedder();
    private final Map<String, Evidence> all = new LinkedHashMap<>();
    private final Report report = new Report();

    private MemoryBench(MemoryOptions options) {
        this.options = options;
    }

    static void main(String[] args) throws IOException {
        MemoryOptions options;
        try {
            options = MemoryOptions.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        PrintStream out = System.out;
        if (options.help()) {
            out.print(MemoryOptions.USAGE);
            return;
        }
        Report report = new MemoryBench(options).run();
        out.print(options.json() ? report.json() : report.table());
        // The embedder's threads need not be waited for.
        System.exit(0);
    }

    private Report run() throws IOException {
        List<Dialogue> dialogues = Dialogue.readAll(Objects.requireNonNull(options.data()));
        report.on("%d processors, Java %s; %d conversations, one memory a turn"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        dialogues.size()));
        Path build = Path.of("bootstrap", "target");
        Path folder = Files.createTempDirectory(Files.isDirectory(build) ? build : Path.of(""), "bench-memory-")
                .toAbsolutePath();
        say("Starting the product …");
        try (ProductProcess product = ProductProcess.start(folder, NO_MODEL, List.of(), List.of())) {
            for (Dialogue dialogue : dialogues) {
                say("Asking about " + dialogue.name() + " …");
                measure(dialogue, new Rememberer(product.port(), dialogue.name()));
            }
            if (dialogues.size() > 1) {
                all.forEach((method, evidence) -> add("evidence found, all conversations", method, evidence));
            }
            if (options.memories() > 0) {
                say("Timing searches with " + options.memories() + " memories …");
                SearchLatency latency = new SearchLatency(dialogues, options.memories(), report);
                latency.measureThroughTheApi(new Rememberer(product.port(), "much"));
                latency.measureRebuilding(product);
                latency.measureInside(embedder);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        return report;
    }

    private void measure(Dialogue dialogue, Rememberer member) throws IOException {
        member.remember(dialogue.turns());
        Map<String, String> ids = new HashMap<>();
        dialogue.turns().forEach(turn -> ids.putIfAbsent(turn.content(), turn.id()));
        try (Baselines baselines = new Baselines(dialogue.turns(), embedder)) {
            measure(
                    dialogue,
                    PRODUCT,
                    question -> member.search(question).stream()
                            .map(content -> ids.getOrDefault(content, ""))
                            .toList());
            measure(dialogue, "BM25 alone", baselines::byWords);
            measure(dialogue, "embeddings alone", baselines::byMeaning);
            measure(dialogue, "both, reciprocal rank fusion", baselines::fused);
        }
    }

    private void measure(Dialogue dialogue, String method, Function<String, List<String>> search) {
        Evidence evidence = new Evidence();
        dialogue.questions().forEach(question -> evidence.add(question.evidence(), search.apply(question.text())));
        add("evidence found, " + dialogue.name(), method, evidence);
        all.computeIfAbsent(method, _ -> new Evidence()).addAll(evidence);
    }

    private void add(String measurement, String method, Evidence evidence) {
        for (int depth : Evidence.DEPTHS) {
            String what = method + ", recall@" + depth;
            if (method.equals(PRODUCT) && depth == 10) {
                report.add(measurement, what, evidence.at(depth), "", Aim.atLeast(AIM_AT_TEN));
            } else {
                report.add(measurement, what, evidence.at(depth), "");
            }
        }
    }

    private static void say(String what) {
        System.err.println(what);
    }
}
