package ai.novacore.application.memory.recall;

import org.jspecify.annotations.Nullable;

/**
 * How close the memories of a person are in meaning to a question. Models differ in which cosines are usual, and so do
 * questions; what counts is therefore how many standard deviations a memory is above the mean. A few memories say little
 * about mean and deviation, so that as many as {@value #USUAL_WEIGHT} usual ones are thought beside them.
 */
final class Closeness {
    private static final int USUAL_WEIGHT = 20;
    private static final double USUAL_MEAN = 0.2;
    private static final double USUAL_DEVIATION = 0.12;

    private final float[] cosines;
    private final @Nullable VectorBlocks vectors;
    private final double mean;
    private final double deviation;

    /** @param vectors of the question's model; none when there are no memories of that model */
    Closeness(float[] question, @Nullable VectorBlocks vectors, int slots) {
        this.vectors = vectors == null || vectors.dimensions() != question.length ? null : vectors;
        this.cosines = this.vectors == null ? new float[slots] : this.vectors.cosines(question, slots);
        double count = USUAL_WEIGHT;
        double sum = USUAL_WEIGHT * USUAL_MEAN;
        double squares = USUAL_WEIGHT * (USUAL_MEAN * USUAL_MEAN + USUAL_DEVIATION * USUAL_DEVIATION);
        for (int slot = 0; slot < slots; slot++) {
            if (has(slot)) {
                count++;
                sum += cosines[slot];
                squares += cosines[slot] * cosines[slot];
            }
        }
        mean = sum / count;
        deviation = Math.sqrt(Math.max(1e-6, squares / count - mean * mean));
    }

    private boolean has(int slot) {
        return vectors != null && vectors.has(slot);
    }

    /** The cosine; 0 where it is not known. */
    double cosine(int slot) {
        return cosines[slot];
    }

    /** In standard deviations above the mean; 0 where it is not known, and for no slot. */
    double of(int slot) {
        return slot == Threads.NONE || !has(slot) ? 0 : (cosines[slot] - mean) / deviation;
    }
}
