package ai.novacore.application.memory.recall;

import org.jspecify.annotations.Nullable;

/** Scores the memories of a person for one question, see {@link Weights}. */
final class Ranking {
    private final Question question;
    private final double[] words;
    private final Closeness closeness;
    private final Threads threads;
    private final @Nullable TimeSpan time;
    private final long now;

    /** @param words how well each slot fits by words, 0 to 1 */
    Ranking(Question question, double[] words, Closeness closeness, Threads threads) {
        this.question = question;
        this.words = words;
        this.closeness = closeness;
        this.threads = threads;
        this.time = question.time().orElse(null);
        this.now = question.query().now().getEpochSecond();
    }

    /** Whether a memory has anything to do with the question, by itself or by what was said just before and after it. */
    boolean fits(int slot, Remembered memory) {
        return fits(slot)
                || fits(threads.before(slot))
                || fits(threads.next(slot))
                || (question.isOnlyAName() && isSpoken(memory));
    }

    private boolean fits(int slot) {
        return slot != Threads.NONE && (words[slot] > 0 || closeness.isRelated(slot));
    }

    /** How much speaks for it, see {@link Weights}. */
    double evidence(int slot, Remembered memory) {
        int before = threads.before(slot);
        double evidence = Weights.content(words[slot], closeness.of(slot))
                + Weights.before(before == Threads.NONE ? 0 : words[before], closeness.of(before))
                + Weights.next(closeness.of(threads.next(slot)))
                + Weights.speaker(isSpoken(memory))
                + Weights.tellsTime(question.asksForTime() && memory.tellsTime())
                + memory.prior()
                + Weights.recency(now - memory.occurredAt().getEpochSecond());
        return time == null ? evidence : evidence + Weights.time(time.fit(memory.occurredAt()));
    }

    private boolean isSpoken(Remembered memory) {
        String speaker = memory.speaker();
        return speaker != null && question.speakers().contains(speaker);
    }
}
