package ai.novacore.application.memory.recall;

/** Whether two memories say the same: close in meaning alone is not enough, "two cats" and "three cats" are that. */
final class Sameness {
    private static final double MEANING = 0.9;
    private static final double WORDS = 0.8;

    private Sameness() {}

    static boolean inMeaning(float cosine) {
        return cosine >= MEANING;
    }

    /** By the share of their words that both have (Jaccard); each ascending. */
    static boolean inWords(int[] one, int[] other) {
        int both = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                both++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return both >= WORDS * (one.length + other.length - both);
    }
}
