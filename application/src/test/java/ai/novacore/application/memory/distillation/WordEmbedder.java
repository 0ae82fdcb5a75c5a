package ai.novacore.application.memory.distillation;

import ai.novacore.application.model.port.out.Embedder;
import java.util.List;

/** An embedder whose meaning of a text is how often it has each letter of the words that count. */
final class WordEmbedder implements Embedder {
    private static final int LETTERS = 26;

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream().map(WordEmbedder::vectorOf).toList();
    }

    private static float[] vectorOf(String text) {
        float[] counts = new float[LETTERS];
        String.join("", SameWords.of(text).words())
                .chars()
                .filter(c -> c >= 'a' && c <= 'z')
                .forEach(c -> counts[c - 'a']++);
        double length = 0;
        for (float count : counts) {
            length += count * count;
        }
        for (int i = 0; i < LETTERS && length > 0; i++) {
            counts[i] = (float) (counts[i] / Math.sqrt(length));
        }
        return counts;
    }

    @Override
    public int dimensions() {
        return LETTERS;
    }

    @Override
    public String model() {
        return "letters";
    }
}
