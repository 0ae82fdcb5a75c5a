package ai.novacore.adapters.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.novacore.application.model.EmbedderContract;
import ai.novacore.application.model.FakeOllama;
import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddingWithOllama extends EmbedderContract {
    private final FakeOllama ollama = new FakeOllama("all-minilm:latest");
    private final OllamaSettings settings = OllamaSettings.of(ollama.baseUrl(), "llama3.2");
    private final Embedder embedder = new OllamaEmbedder(settings.withEmbeddingModel("all-minilm"));

    @AfterEach
    void stop() {
        ollama.close();
    }

    @Override
    protected Embedder embedder() {
        return embedder;
    }

    @Test
    void asksInBatches() {
        embedder.embed(Collections.nCopies(70, "text"));

        assertThat(ollama.asked("/api/embed"))
                .extracting(request -> request.body().path("input").size())
                .containsExactly(32, 32, 6);
    }

    @Test
    void isUnavailableWithoutOllama() {
        ollama.close();

        ModelFailure failure = catchThrowableOfType(ModelFailure.class, () -> embedder.embed(List.of("text")));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void needsTheNameOfAModel() {
        assertThatThrownBy(() -> new OllamaEmbedder(settings)).isInstanceOf(IllegalArgumentException.class);
    }
}
