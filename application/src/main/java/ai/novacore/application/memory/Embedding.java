package ai.novacore.application.memory;

/**
 * The place of a text in an embedder's space.
 *
 * <p>A class and not a record because it is never compared by value.
 */
public final class Embedding {
    private final String model;
    private final float[] vector;

    /**
     * @param model the embedder that made it; embeddings of different models are not compared
     * @param vector of length 1; not copied, so not to be changed afterwards
     */
    public Embedding(String model, float[] vector) {
        this.model = model;
        this.vector = vector;
    }

    public String model() {
        return model;
    }

    /** The numbers themselves; not to be changed. */
    public float[] vector() {
        return vector;
    }

    /** How close two texts are in meaning: the cosine of their vectors, -1 to 1. */
    public static double cosine(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
