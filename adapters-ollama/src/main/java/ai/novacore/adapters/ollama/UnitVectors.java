package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;

/** Vectors of length 1, for which the cosine is the dot product. */
final class UnitVectors {
    private UnitVectors() {}

    /** Stretches the vector itself, and returns it. */
    static float[] toLengthOne(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += (double) component * component;
        }
        double length = Math.sqrt(squares);
        if (!Double.isFinite(length) || length == 0) {
            throw new ModelFailure(Kind.FAILED, "the embedding model gave a vector without a direction");
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }
}
