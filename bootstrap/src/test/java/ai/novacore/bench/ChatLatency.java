package ai.novacore.bench;

import ai.novacore.bench.ModelServer.Model;
import ai.novacore.bench.Streamer.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Time to the first token and to the last, through everything that stands in front of the model, and what it costs. */
final class ChatLatency {
    private final List<Candidate> candidates;
    private final Map<String, Aim> aims;
    private final Report report;

    /**
     * @param candidates the first is what the others are compared with
     * @param aims what candidates may add before the first token, by name, with one stream
     */
    ChatLatency(List<Candidate> candidates, Map<String, Aim> aims, Report report) {
        this.candidates = candidates;
        this.aims = aims;
        this.report = report;
    }

    void measure(int streams, Model model, int rounds, Duration block) {
        Map<String, List<ChatBlock>> blocks = new LinkedHashMap<>();
        candidates.forEach(candidate -> blocks.put(candidate.name(), new ArrayList<>()));
        List<Candidate> order = new ArrayList<>(candidates);
        for (int round = 0; round < rounds; round++) {
            for (Candidate candidate : order) {
                blocks.get(candidate.name()).add(ChatBlock.run(candidate, streams, model, block));
            }
            Collections.rotate(order, 1);
        }
        Samples direct = millis(blocks.get(candidates.getFirst().name()), Times::firstNanos);
        blocks.forEach((name, all) -> report(streams, name, all, direct));
    }

    private void report(int streams, String name, List<ChatBlock> blocks, Samples direct) {
        String group = "chat, " + streams + (streams == 1 ? " stream" : " streams");
        Samples first = millis(blocks, Times::firstNanos);
        Samples total = millis(blocks, Times::totalNanos);
        report.add(group, name + ", first token, p50", first.median(), "ms");
        report.add(group, "  p99", first.percentile(99), "ms");
        if (!name.equals(candidates.getFirst().name())) {
            double added = first.median() - direct.median();
            Aim aim = aims.get(name);
            if (aim != null && streams == 1) {
                report.add(group, "  what it adds before the first token", added, "ms", aim);
            } else {
                report.add(group, "  what it adds before the first token", added, "ms");
            }
        }
        report.add(group, "  whole answer, p50", total.median(), "ms");
        report.add(group, "  whole answer, p99", total.percentile(99), "ms");
        reportProcessor(group, blocks);
    }

    private void reportProcessor(String group, List<ChatBlock> blocks) {
        long turns = blocks.stream().mapToLong(block -> block.turns().size()).sum();
        report.add(group, "  turns measured", (double) turns, "");
        double used = blocks.stream()
                .mapToDouble(block -> block.processor().toNanos())
                .sum();
        double database =
                blocks.stream().mapToDouble(block -> block.database().toNanos()).sum();
        if (used > 0) {
            report.add(group, "  processor for a turn", used / 1e6 / turns, "ms");
        }
        if (database > 0) {
            report.add(group, "  processor for a turn, of the database", database / 1e6 / turns, "ms");
        }
    }

    private static Samples millis(List<ChatBlock> blocks, ToLongFunction<Times> time) {
        return Samples.millis(blocks.stream()
                .flatMap(block -> block.turns().stream())
                .map(time::applyAsLong)
                .toList());
    }
}
