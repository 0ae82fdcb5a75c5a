package ai.novacore.application.memory.recall;

import ai.novacore.domain.shared.MemoryId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Chooses the best of many and lets what says the same as something better wait: it comes with a quarter of its score, so that
 * repetitions do not fill the list, and are still found when there is nothing else.
 */
final class Selection {
    private static final double REPETITION = 0.25;
    private static final Comparator<Chosen> BEST_FIRST = Comparator.comparingDouble(Chosen::score)
            .reversed()
            .thenComparing(chosen -> chosen.id().value());

    private final int limit;
    private final int considered;
    private final PriorityQueue<Candidate> worstFirst = new PriorityQueue<>(Candidate.BEST_FIRST.reversed());
    private double leastEvidence = Double.NEGATIVE_INFINITY;

    Selection(int limit) {
        this.limit = limit;
        // With room for repetitions to fall behind.
        this.considered = 3 * limit + 20;
    }

    private record Candidate(int slot, MemoryId id, double evidence) {
        private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::evidence)
                .reversed()
                .thenComparing(candidate -> candidate.id().value());
    }

    record Chosen(int slot, MemoryId id, double score, boolean repeats) {}

    @FunctionalInterface
    interface Comparison {
        boolean sayTheSame(int slot, int other);
    }

    /** Whether a candidate with so much evidence could be chosen. */
    boolean hasRoomFor(double evidence) {
        return evidence >= leastEvidence;
    }

    void offer(int slot, MemoryId id, double evidence) {
        if (!hasRoomFor(evidence)) {
            return;
        }
        worstFirst.add(new Candidate(slot, id, evidence));
        if (worstFirst.size() > considered) {
            worstFirst.remove();
            leastEvidence = worstFirst.element().evidence();
        }
    }

    /** The best first. Ends this selection. */
    List<Chosen> best(Comparison comparison) {
        PriorityQueue<Chosen> bestFirst = new PriorityQueue<>(BEST_FIRST);
        worstFirst.forEach(
                one -> bestFirst.add(new Chosen(one.slot(), one.id(), Weights.score(one.evidence()), false)));
        List<Chosen> chosen = new ArrayList<>();
        while (!bestFirst.isEmpty() && chosen.size() < limit) {
            Chosen next = bestFirst.remove();
            if (!next.repeats() && chosen.stream().anyMatch(one -> comparison.sayTheSame(one.slot(), next.slot()))) {
                bestFirst.add(new Chosen(next.slot(), next.id(), next.score() * REPETITION, true));
            } else {
                chosen.add(next);
            }
        }
        return chosen;
    }
}
