package ai.novacore.bench;

import java.util.List;
import java.util.Set;

/** Which share of the turns that hold the answer a search finds, among its first so many results; the mean of questions. */
final class Evidence {
    static final List<Integer> DEPTHS = List.of(5, 10, 20);
    static final int DEEPEST = 20;

    private final double[] sums = new double[DEPTHS.size()];
    private int questions;

    /** @param found ids of turns, the best first */
    void add(Set<String> evidence, List<String> found) {
        for (int i = 0; i < sums.length; i++) {
            long hits = found.stream()
                    .limit(DEPTHS.get(i))
                    .distinct()
                    .filter(evidence::contains)
                    .count();
            sums[i] += hits / (double) evidence.size();
        }
        questions++;
    }

    void addAll(Evidence other) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
        }
        questions += other.questions;
    }

    double at(int depth) {
        return sums[DEPTHS.indexOf(depth)] / Math.max(1, questions);
    }
}
