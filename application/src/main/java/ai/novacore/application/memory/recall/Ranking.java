package ai.novacore.application.memory.recall;

import ai.novacore.domain.shared.MemoryTier;
import org.jspecify.annotations.Nullable;

/** Scores the memories of a person for one question, see {@link Weights}. */
final class Ranking {
    private final Question question;
    private final double[] words;
    private final Closeness closeness;
    private final Threads threads;
    private final @Nullable TimeSpan time;
    private final long now;
    private final double mostOfTheRest;

    /** @param words how well each slot fits by words, 0 to 1 */
    Ranking(Question question, double[] words, Closeness closeness, Threads threads) {
        this.question = question;
        this.words = words;
        this.closeness = closeness;
        this.threads = threads;
        this.time = question.time().orElse(null);
        this.now = question.query().now().getEpochSecond();
        this.mostOfTheRest = Weights.speaker(!question.speakers().isEmpty())
                + Weights.tellsTime(question.asksForTime())
                + Weights.time(time == null ? 0 : 1)
                + Weights.prior(Integer.MAX_VALUE / 4, MemoryTier.LTM, 1)
                + Weights.recency(0);
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

    /** How much speaks for a memory in its words and meaning and those of its neighbours, see {@link Weights}. */
    double ofWhatIsSaid(int slot) {
        int before = threads.before(slot);
        return Weights.content(words[slot], closeness.of(slot))
                + Weights.before(before == Threads.NONE ? 0 : words[before], closeness.of(before))
                + Weights.next(closeness.of(threads.next(slot)));
    }

    /** How much else speaks for it. */
    double ofTheRest(Remembered memory) {
        return Weights.speaker(isSpoken(memory))
                + Weights.tellsTime(question.asksForTime() && memory.tellsTime())
                + (time == null ? 0 : Weights.time(time.fit(memory.second())))
                + memory.prior()
                + Weights.recency(now - memory.second());
    }

    /** What else can speak for a memory at the most. */
    double mostOfTheRest() {
        return mostOfTheRest;
    }

    private boolean isSpoken(Remembered memory) {
        String speaker = memory.speaker();
        return speaker != null && question.speakers().contains(speaker);
    }
}
