package ai.novacore.application.model;

import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.testing.ContractSelfCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingByHashes extends EmbedderContract {

    @Override
    protected Embedder embedder() {
        return new HashingEmbedder();
    }

    @Test
    void wouldNotBePossibleWithAnEmbedderThatDoesNothing() {
        ContractSelfCheck.assertFails(DoingNothing.class);
    }

    static class DoingNothing extends EmbedderContract implements Embedder {
        @Override
        public List<float[]> embed(List<String> texts) {
            return List.of();
        }

        @Override
        public int dimensions() {
            return 0;
        }

        @Override
        public String model() {
            return "";
        }

        @Override
        protected Embedder embedder() {
            return this;
        }
    }
}
