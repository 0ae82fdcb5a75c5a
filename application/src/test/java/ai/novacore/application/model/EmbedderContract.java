package ai.novacore.application.model;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.novacore.application.model.port.out.Embedder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What every {@link Embedder} promises. */
public abstract class EmbedderContract {
    /** Batches may round differently from single texts. */
    private static final Offset<Double> ROUNDING = within(1e-3);

    protected abstract Embedder embedder();

    @Test
    void givesEachTextAVectorOfLengthOne() {
        Embedder embedder = embedder();

        List<float[]> vectors = embedder.embed(List.of("The cat sleeps.", "Prices rose in March.", "Grüße aus 東京 🗼"));

        assertThat(vectors).hasSize(3).allSatisfy(vector -> isUnit(vector, embedder));
    }

    @Test
    void putsTextsAboutTheSameCloserTogether() {
        List<float[]> vectors = embedder()
                .embed(List.of(
                        "The cat sleeps on the sofa.",
                        "The cat sleeps on the bed.",
                        "Quarterly tax revenue increased sharply."));

        assertThat(cosine(vectors.get(0), vectors.get(1))).isGreaterThan(cosine(vectors.get(0), vectors.get(2)));
    }

    @Test
    void keepsTheOrderOfALargeBatch() {
        Embedder embedder = embedder();
        List<String> texts = IntStream.range(0, 70)
                .mapToObj(i -> "Room number " + i + " is painted in colour " + i * 7)
                .toList();

        List<float[]> together = embedder.embed(texts);

        assertThat(together).hasSize(70);
        for (int i : new int[] {0, 31, 32, 69}) {
            float[] alone = embedder.embed(List.of(texts.get(i))).getFirst();
            assertThat(cosine(together.get(i), alone)).as("text %d", i).isCloseTo(1, ROUNDING);
        }
    }

    @Test
    void hasNothingToSayAboutNoTexts() {
        assertThat(embedder().embed(List.of())).isEmpty();
    }

    @Test
    void hasAVectorForBlankText() {
        Embedder embedder = embedder();

        assertThat(embedder.embed(List.of("", " \n\t", "\u200b")))
                .hasSize(3)
                .allSatisfy(vector -> isUnit(vector, embedder));
    }

    @Test
    void readsAsMuchOfALongTextAsItCan() {
        Embedder embedder = embedder();

        List<float[]> vectors = embedder.embed(
                List.of("A long story about a lighthouse. ".repeat(3_000), "x".repeat(50_000), "🗼".repeat(20_000)));

        assertThat(vectors).hasSize(3).allSatisfy(vector -> isUnit(vector, embedder));
    }

    @Test
    void givesVectorsThatTheCallerMayChange() {
        Embedder embedder = embedder();
        float[] first = embedder.embed(List.of("")).getFirst();
        float[] kept = first.clone();
        first[0] += 1;

        assertThat(embedder.embed(List.of("")).getFirst()).isEqualTo(kept);
    }

    @Test
    void servesManyAtOnce() throws Exception {
        Embedder embedder = embedder();
        float[] alone = embedder.embed(List.of("The lake is frozen.")).getFirst();
        List<float[]> together = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<float[]>>> running = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(() -> embedder.embed(List.of("The lake is frozen."))))
                    .toList();
            for (Future<List<float[]>> vectors : running) {
                together.addAll(vectors.get(60, SECONDS));
            }
        }

        assertThat(together)
                .hasSize(16)
                .allSatisfy(vector -> assertThat(cosine(vector, alone)).isCloseTo(1, ROUNDING));
    }

    @Test
    void namesItsModel() {
        assertThat(embedder().model()).isNotBlank();
    }

    private static void isUnit(float[] vector, Embedder embedder) {
        assertThat(vector).hasSize(embedder.dimensions());
        assertThat(cosine(vector, vector)).isCloseTo(1, ROUNDING);
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
