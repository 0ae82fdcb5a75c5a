package ai.novacore.adapters.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.novacore.application.model.EmbedderContract;
import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingInProcess extends EmbedderContract {
    /** Loading takes a second, so all tests share it. */
    private static final Embedder EMBEDDER = new MiniLmEmbedder(2, Duration.ofMinutes(1));

    @Override
    protected Embedder embedder() {
        return EMBEDDER;
    }

    @Test
    void hasTheDimensionsOfMiniLm() {
        assertThat(EMBEDDER.dimensions()).isEqualTo(384);
    }

    @Test
    void findsWhatMeansTheSameInOtherWords() {
        List<float[]> vectors = EMBEDDER.embed(
                List.of("What pet do I have?", "My dog is called Rex.", "The invoice is due on Friday."));

        assertThat(dot(vectors.get(0), vectors.get(1))).isGreaterThan(dot(vectors.get(0), vectors.get(2)));
    }

    @Test
    void givesUpWhenItTakesTooLong() {
        Embedder impatient = new MiniLmEmbedder(1, Duration.ofNanos(1));

        ModelFailure failure = catchThrowableOfType(ModelFailure.class, () -> impatient.embed(List.of("text")));

        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
