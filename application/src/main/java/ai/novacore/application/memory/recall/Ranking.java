package ai.novacore.application.memory.recall;

/** Scores the memories of a person for one question, see {@link Weights}. */
final class Ranking {
    private final Question question;
    private final double[] words;
    private final Closeness closeness;
    private final Threads threads;

    /** @param words how well each slot fits by words, 0 to 1 */
    Ranking(Question question, double[] words, Closeness closeness, Threads threads) {
        this.question = question;
        this.words = words;
        this.closeness = closeness;
        this.threads = threads;
    }

    /** Whether a memory has anything to do with the question, by itself or by what was said just before and after it. */
    boolean fits(int slot, Remembered memory) {
        return fits(slot)
                || fits(threads.before(slot))
                || fits(threads.next(slot))
                || (question.isOnlyAName() && isSpoken(memory));
    }

    private boolean fits(int slot) {
        return slot != Threads.NONE && (words[slot] > 0 || closeness.cosine(slot) >= Weights.UNRELATED);
    }

    /** How well it fits, from 0 to 1. */
    double score(int slot, Remembered memory) {
        int before = threads.before(slot);
        return Weights.score(Weights.content(words[slot], closeness.of(slot))
                + Weights.before(before == Threads.NONE ? 0 : words[before], closeness.of(before))
                + Weights.next(closeness.of(threads.next(slot)))
                + Weights.speaker(isSpoken(memory))
                + Weights.tellsTime(question.asksForTime() && memory.tellsTime())
                + Weights.time(question.time()
                        .map(time -> time.fit(memory.occurredAt()))
                        .orElse(0.0))
                + Weights.prior(
                        memory.different(),
                        memory.tier(),
                        memory.importance(),
                        memory.occurredAt(),
                        question.query().now()));
    }

    private boolean isSpoken(Remembered memory) {
        String speaker = memory.speaker();
        return speaker != null && question.speakers().contains(speaker);
    }
}
