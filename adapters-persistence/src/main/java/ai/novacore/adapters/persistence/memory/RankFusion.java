package ai.novacore.adapters.persistence.memory;

import ai.novacore.application.memory.port.out.MemoryIndex.Hit;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes one list of what was found by words and what was found by meaning.
 *
 * <p>Reciprocal rank fusion gives each memory {@code 1 / (k + rank)} for every list that it is in, ranks from 1 and k =
 * 60; it needs no common scale. Divided by what the first of both lists gets, {@code 2 / (k + 1)}, it lies between 0 and
 * 1. Ranks alone do not tell a good fit from the best of a bad lot, so the score is the mean of that and of the cosine
 * (0 where it is negative or unknown):
 *
 * <pre>score = ( (k + 1) / 2 · Σ 1 / (k + rank) + max(0, cosine) ) / 2</pre>
 *
 * @see <a href="https://doi.org/10.1145/1571941.1572114">Cormack, Clarke, Büttcher: Reciprocal Rank Fusion outperforms
 *     Condorcet and individual Rank Learning Methods (SIGIR 2009)</a>
 */
final class RankFusion {
    private static final int K = 60;
    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingDouble(Hit::score)
            .reversed()
            .thenComparing(hit -> hit.id().value());

    private RankFusion() {}

    /** A memory in one of the lists, with how close it is in meaning; 0 when that is not known. */
    record Candidate(MemoryId id, MemoryTier tier, double cosine) {}

    /** The best of both lists, each of which is sorted by how well it fits. */
    static List<Hit> fuse(List<Candidate> byWords, List<Candidate> byMeaning, int limit) {
        Map<MemoryId, Double> ranks = new HashMap<>();
        Map<MemoryId, Candidate> candidates = new HashMap<>();
        for (List<Candidate> found : List.of(byWords, byMeaning)) {
            for (int i = 0; i < found.size(); i++) {
                Candidate candidate = found.get(i);
                ranks.merge(candidate.id(), 1.0 / (K + 1 + i), Double::sum);
                candidates.put(candidate.id(), candidate);
            }
        }
        return candidates.values().stream()
                .map(candidate -> hit(candidate, Objects.requireNonNull(ranks.get(candidate.id()))))
                .sorted(BEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static Hit hit(Candidate candidate, double ranks) {
        double fused = ranks * (K + 1) / 2;
        double cosine = Math.clamp(candidate.cosine(), 0.0, 1.0);
        return new Hit(candidate.id(), candidate.tier(), (fused + cosine) / 2);
    }
}
