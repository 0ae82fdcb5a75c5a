package ai.novacore.application.memory.distillation;

import ai.novacore.application.memory.readmodel.MemoryItem;
import java.time.Duration;
import java.time.Instant;

/**
 * How much a memory is worth keeping: the mean of three parts, each between 0 and 1.
 *
 * <p>The sum of importance and an exponentially decaying recency with equal weights is that of J. S. Park et al.,
 * "Generative Agents", UIST 2023, section 4.1. Its third part, relevance, needs a question; in its place stands how often
 * the memory was of use: the base-level activation of ACT-R, {@code ln(n / (1 - d)) - d ln L} for {@code n} uses in a life
 * of {@code L} days with the usual decay {@code d = 0.5}, brought between 0 and 1 by its logistic function (J. R. Anderson
 * and C. Lebiere, "The Atomic Components of Thought", 1998, chapter 4).
 *
 * @param importance as it was judged when it was stored
 * @param recency 1 for what was stored or recalled just now, half of that after each half-life
 * @param reinforcement 0 for what was never of use
 */
record MemoryScore(double importance, double recency, double reinforcement) {
    private static final double DECAY = 0.5;
    private static final double DAY_IN_SECONDS = Duration.ofDays(1).toSeconds();

    /** @param at when it is judged; what happened to the memory later counts as of then */
    static MemoryScore of(MemoryItem item, Instant at, Duration halfLife) {
        Instant recalled = item.lastRecalledAt();
        Instant touched = recalled == null || recalled.isBefore(item.createdAt()) ? item.createdAt() : recalled;
        return new MemoryScore(
                item.importance(),
                recency(Duration.between(touched, at), halfLife),
                reinforcement(uses(item), Duration.between(item.createdAt(), at)));
    }

    /** How often it was recalled in a turn or said once more. */
    static long uses(MemoryItem item) {
        return item.recalls() + Math.max(0, item.evidence().size() - 1);
    }

    static double recency(Duration idle, Duration halfLife) {
        return Math.pow(2, -Math.max(0, days(idle)) / days(halfLife));
    }

    /** In the first day a memory counts as a day old, so that one use at once does not count for ever. */
    static double reinforcement(long uses, Duration age) {
        double strength = uses / (1 - DECAY) * Math.pow(Math.max(1, days(age)), -DECAY);
        return strength / (1 + strength);
    }

    double value() {
        return (importance + recency + reinforcement) / 3;
    }

    private static double days(Duration duration) {
        return duration.toMillis() / 1_000.0 / DAY_IN_SECONDS;
    }
}
