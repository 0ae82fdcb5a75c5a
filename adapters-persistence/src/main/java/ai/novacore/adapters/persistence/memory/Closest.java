package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.memory.RankFusion.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the closest of many candidates, in memory for no more than those. */
final class Closest {
    private static final Comparator<Candidate> CLOSEST_FIRST = Comparator.comparingDouble(Candidate::cosine)
            .reversed()
            .thenComparing(candidate -> candidate.id().value());

    private final int limit;
    private final PriorityQueue<Candidate> kept = new PriorityQueue<>(CLOSEST_FIRST.reversed());

    Closest(int limit) {
        this.limit = limit;
    }

    void offer(Candidate candidate) {
        kept.add(candidate);
        if (kept.size() > limit) {
            kept.remove();
        }
    }

    List<Candidate> inOrder() {
        List<Candidate> sorted = new ArrayList<>(kept);
        sorted.sort(CLOSEST_FIRST);
        return sorted;
    }
}
