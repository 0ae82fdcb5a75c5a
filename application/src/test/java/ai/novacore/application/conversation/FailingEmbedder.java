package ai.novacore.application.conversation;

import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.model.port.out.ModelFailure;
import java.util.List;

/** An embedder that does not answer. */
final class FailingEmbedder implements Embedder {
    @Override
    public List<float[]> embed(List<String> texts) {
        throw new ModelFailure(ModelFailure.Kind.UNAVAILABLE, "nobody there");
    }

    @Override
    public int dimensions() {
        return 64;
    }

    @Override
    public String model() {
        return "hashing-64";
    }
}
