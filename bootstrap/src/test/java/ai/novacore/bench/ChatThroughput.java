package ai.novacore.bench;

import ai.novacore.bench.ModelServer.Model;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a second with a model that needs no time, so that what stands in front of it is what limits them. */
final class ChatThroughput {
    private static final int STREAMS = 128;
    private static final String GROUP = "chat, throughput with " + STREAMS + " streams";
    private static final Aim FOUR_TIMES = Aim.atLeast(4);

    private final Report report;

    ChatThroughput(Report report) {
        this.report = report;
    }

    /** In blocks that take turns; a ratio is one of neighbours. */
    void measure(Candidate product, List<Candidate> others, int rounds, Duration block) {
        Map<Candidate, List<ChatBlock>> blocks = new LinkedHashMap<>();
        List<Candidate> all = new ArrayList<>(List.of(product));
        all.addAll(others);
        for (int round = 0; round < rounds; round++) {
            for (Candidate candidate : round % 2 == 0 ? all : all.reversed()) {
                blocks.computeIfAbsent(candidate, c -> new ArrayList<>())
                        .add(ChatBlock.run(candidate, STREAMS, Model.INSTANT, block));
            }
        }
        blocks.forEach(this::report);
        others.forEach(other -> compare(blocks.get(product), blocks.get(other), other));
    }

    private void report(Candidate candidate, List<ChatBlock> blocks) {
        Samples rate = Samples.of(blocks.stream().map(ChatBlock::perSecond).toList());
        report.add(GROUP, candidate.name() + ", turns", rate.median(), "/s");
        report.add(GROUP, "  tokens", rate.median() * Model.INSTANT.tokens, "/s");
        double turns = blocks.stream().mapToLong(block -> block.turns().size()).sum();
        double used = blocks.stream()
                .mapToDouble(block -> block.processor().toNanos())
                .sum();
        double database =
                blocks.stream().mapToDouble(block -> block.database().toNanos()).sum();
        if (used > 0) {
            report.add(GROUP, "  processor for a turn", used / 1e6 / turns, "ms");
        }
        if (database > 0) {
            report.add(GROUP, "  processor for a turn, of the database", database / 1e6 / turns, "ms");
            Samples rest = Samples.of(
                    blocks.stream().map(block -> block.rest().toMillis() / 1e3).toList());
            report.add(GROUP, "  still at work after a block", rest.median(), "s");
        }
    }

    private void compare(List<ChatBlock> product, List<ChatBlock> other, Candidate against) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < product.size(); round++) {
            ratios.add(product.get(round).perSecond() / other.get(round).perSecond());
        }
        Samples ratio = Samples.of(ratios);
        String what = "the product as a multiple of " + against.name();
        if (against.name().equals(Portkey.NAME)) {
            report.add(GROUP, what, ratio.median(), "", FOUR_TIMES);
        } else {
            report.add(GROUP, what, ratio.median(), "");
        }
        report.add(GROUP, "  least of the rounds", ratio.percentile(0), "");
        report.add(GROUP, "  most of the rounds", ratio.percentile(100), "");
    }
}
