package ai.novacore.application.memory.recall;

import java.util.Arrays;
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
    private final double mean;
    private final double perDeviation;

    /** @param vectors of the question's model; none when there are no memories of that model */
    Closeness(float[] question, @Nullable Vectors vectors, int slots) {
        if (vectors == null || vectors.dimensions() != question.length) {
            cosines = new float[slots];
            Arrays.fill(cosines, Vectors.ABSENT);
        } else {
            cosines = vectors.cosines(question, slots);
        }
        double count = USUAL_WEIGHT;
        double sum = USUAL_WEIGHT * USUAL_MEAN;
        double squares = USUAL_WEIGHT * (USUAL_MEAN * USUAL_MEAN + USUAL_DEVIATION * USUAL_DEVIATION);
        for (float cosine : cosines) {
            if (cosine != Vectors.ABSENT) {
                count++;
                sum += cosine;
                squares += cosine * cosine;
            }
        }
        mean = sum / count;
        perDeviation = 1 / Math.sqrt(Math.max(1e-6, squares / count - mean * mean));
    }

    /** Whether a memory is as close as what has nothing to do with a question hardly ever is. */
    boolean isRelated(int slot) {
        return cosines[slot] >= Weights.UNRELATED;
    }

    /** In standard deviations above the mean; 0 where it is not known, and for no slot. */
    double of(int slot) {
        return slot == Threads.NONE || cosines[slot] == Vectors.ABSENT ? 0 : (cosines[slot] - mean) * perDeviation;
    }
}
