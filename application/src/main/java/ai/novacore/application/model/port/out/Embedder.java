package ai.novacore.application.model.port.out;

import java.util.List;

/** Turns text into vectors whose closeness (cosine) stands for closeness in meaning. Safe for use by many threads. */
public interface Embedder {

    /**
     * One vector a text, in order, each of {@link #dimensions()} numbers and of length 1. Text beyond what the model
     * reads is left out of account. Blank text has a vector, too.
     *
     * @throws ModelFailure when the model does not answer
     */
    List<float[]> embed(List<String> texts);

    int dimensions();

    /** Names the model; vectors of different models must not be compared. */
    String model();
}
