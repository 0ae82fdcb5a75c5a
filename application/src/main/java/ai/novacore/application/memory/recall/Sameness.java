package ai.novacore.application.memory.recall;

import ai.novacore.application.memory.Embedding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether two memories say the same: close in meaning alone is not enough, "two cats" and "three cats" are that. */
final class Sameness {
    private static final double MEANING = 0.9;
    private static final double WORDS = 0.8;

    private Sameness() {}

    static boolean inMeaning(float[] one, float[] other) {
        return Embedding.cosine(one, other) >= MEANING;
    }

    /** By the share of their words that both have (Jaccard). */
    static boolean inWords(List<Set<String>> one, List<Set<String>> other) {
        Set<Set<String>> both = new HashSet<>(one);
        both.retainAll(new HashSet<>(other));
        Set<Set<String>> all = new HashSet<>(one);
        all.addAll(other);
        return both.size() >= WORDS * all.size();
    }
}
