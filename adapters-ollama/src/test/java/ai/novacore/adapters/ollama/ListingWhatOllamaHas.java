package ai.novacore.adapters.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.novacore.application.model.FakeOllama;
import ai.novacore.application.model.ModelCatalogContract;
import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.application.model.port.out.ModelCatalog.Model;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListingWhatOllamaHas extends ModelCatalogContract {
    private final FakeOllama ollama =
            new FakeOllama("deepseek-r1:7b", "all-minilm:latest", "my-embedder:latest", "llama3.2:latest");
    private final OllamaSettings settings =
            OllamaSettings.of(ollama.baseUrl(), "llama3.2").withEmbeddingModel("my-embedder");
    private Instant now = Instant.parse("2026-03-14T12:00:00Z");
    private final ModelCatalog catalog = new OllamaModelCatalog(settings, () -> now);

    @AfterEach
    void stop() {
        ollama.close();
    }

    @Override
    protected ModelCatalog catalog() {
        return catalog;
    }

    @Test
    void namesTheModelsThatCanChat() {
        assertThat(catalog.models())
                .containsExactly(
                        new Model("llama3.2", "llama, 3.2B, Q4_K_M", false),
                        new Model("deepseek-r1:7b", "llama, 3.2B, Q4_K_M", false));
    }

    @Test
    void asksAgainAfterSomeSeconds() {
        catalog.models();
        ollama.uninstall("deepseek-r1:7b");

        assertThat(catalog.models()).hasSize(2);
        now = now.plus(Duration.ofSeconds(4));
        assertThat(catalog.models()).hasSize(1);
        assertThat(ollama.asked("/api/tags")).hasSize(2);
    }

    @Test
    void isUnavailableWithoutOllama() {
        ollama.close();

        ModelFailure failure = catchThrowableOfType(ModelFailure.class, catalog::models);

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void provesThatOllamaAnswers() {
        OllamaProbe probe = new OllamaProbe(settings);

        assertThat(probe.isAnswering(Duration.ofSeconds(20))).isTrue();
        ollama.close();
        assertThat(probe.isAnswering(Duration.ofSeconds(20))).isFalse();
    }
}
