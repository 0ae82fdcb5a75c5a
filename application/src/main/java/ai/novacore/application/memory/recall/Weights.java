package ai.novacore.application.memory.recall;

import ai.novacore.domain.shared.MemoryTier;
import java.time.Duration;

/**
 * How much each sign counts that a memory is the one that is looked for. The sum is a log-odds:
 *
 * <pre>
 * evidence = 9.5 · words + 6.5 · words of the memory before
 *          + 0.7 · closeness + 0.4 · that of the memory before + 0.2 · that of the next
 *          + 2 · said by whom the question names + 2 · tells a time, where the question asks for one
 *          + 2.5 · from the time that the question names + 2 · substance + tier + importance / 2 + recency / 2
 * score    = 1 / (1 + e^((6 - evidence) / 2))
 * </pre>
 *
 * Words are BM25 divided by the most that the question's words could give, closeness is the cosine in standard deviations
 * above the mean of the person's memories. Signs and sizes were found by fitting a conditional logit (McFadden) to
 * questions about long conversations, one conversation left out each time, and then rounded: the result hardly changes
 * when any of them is a third more or less. See docs/memory.md for how it was measured.
 */
final class Weights {
    /** A cosine that texts which have nothing to do with each other mostly stay under, with MiniLM. */
    static final double UNRELATED = 0.25;

    private static final double OWN_WORDS = 9.5;
    private static final double WORDS_BEFORE = 6.5;
    private static final double CLOSENESS = 0.7;
    private static final double CLOSENESS_BEFORE = 0.4;
    private static final double CLOSENESS_NEXT = 0.2;
    private static final double SPEAKER = 2;
    private static final double TELLS_TIME = 2;
    private static final double TIME = 2.5;
    private static final double SUBSTANCE = 2;
    private static final double IMPORTANCE = 0.5;
    private static final double RECENCY = 0.5;
    private static final long HALF_LIFE = Duration.ofDays(30).toSeconds();
    private static final double DECAY = Math.log(2) / HALF_LIFE;
    /** From here on it is less than a thousandth. */
    private static final long FORGOTTEN = 10 * HALF_LIFE;

    private static final double EVEN = 6;
    private static final double SPREAD = 2;

    private Weights() {}

    static double content(double words, double closeness) {
        return OWN_WORDS * words + CLOSENESS * closeness;
    }

    static double before(double words, double closeness) {
        return WORDS_BEFORE * words + CLOSENESS_BEFORE * closeness;
    }

    static double next(double closeness) {
        return CLOSENESS_NEXT * closeness;
    }

    static double speaker(boolean named) {
        return named ? SPEAKER : 0;
    }

    /** @param fit from 0 to 1 */
    static double time(double fit) {
        return TIME * fit;
    }

    static double tellsTime(boolean tells) {
        return tells ? TELLS_TIME : 0;
    }

    /**
     * What speaks for a memory whatever is asked, apart from its age.
     *
     * @param words how many different words it has; some four make half of the difference between nothing and much said
     */
    static double prior(int words, MemoryTier tier, double importance) {
        return SUBSTANCE * words / (words + 4.0) + tier(tier) + IMPORTANCE * importance;
    }

    /** @param seconds since it happened */
    static double recency(long seconds) {
        if (seconds > FORGOTTEN) {
            return 0;
        }
        return RECENCY * Math.exp(-DECAY * Math.max(0, seconds));
    }

    private static double tier(MemoryTier tier) {
        return switch (tier) {
            case STM -> 0;
            case ITM -> 0.3;
            case LTM -> 0.5;
        };
    }

    static double score(double evidence) {
        return 1 / (1 + Math.exp((EVEN - evidence) / SPREAD));
    }
}
