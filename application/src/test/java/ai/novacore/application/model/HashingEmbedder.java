package ai.novacore.application.model;

import ai.novacore.application.model.port.out.Embedder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Counts words by their hash: texts are as close as they share words. Deterministic, in 64 dimensions. */
public final class HashingEmbedder implements Embedder {
    private static final int DIMENSIONS = 64;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream().map(HashingEmbedder::vector).toList();
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public String model() {
        return "hashing-64";
    }

    private static float[] vector(String text) {
        float[] vector = new float[DIMENSIONS];
        WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .forEach(word -> vector[Math.floorMod(word.group().hashCode() * 0x9E3779B1, DIMENSIONS)]++);
        double squares = 0;
        for (float component : vector) {
            squares += (double) component * component;
        }
        if (squares == 0) {
            // A text without words needs a direction, too.
            vector[0] = 1;
            return vector;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
