package ai.novacore.application.memory;

import ai.novacore.application.model.port.out.Embedder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An embedder that remembers what it was asked for; its meaning of a text is the text's length as an angle. */
public final class CountingEmbedder implements Embedder {
    private final List<String> embedded = new CopyOnWriteArrayList<>();
    private volatile String model = "lengths";

    /** The vector that it gives a text. */
    public static float[] vectorOf(String text) {
        return new float[] {(float) Math.cos(text.length()), (float) Math.sin(text.length())};
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        embedded.addAll(texts);
        return texts.stream().map(CountingEmbedder::vectorOf).toList();
    }

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public String model() {
        return model;
    }

    /** From now on it is another model. */
    public void becomes(String newModel) {
        this.model = newModel;
    }

    /** Every text that it was asked for, in order. */
    public List<String> embedded() {
        return List.copyOf(embedded);
    }
}
