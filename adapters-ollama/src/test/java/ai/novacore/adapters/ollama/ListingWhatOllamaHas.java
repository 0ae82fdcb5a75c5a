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
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    @Test
    void knowsWhatIsInstalled() {
        OllamaModelCatalog ollamas = new OllamaModelCatalog(settings, () -> now);

        assertThat(ollamas.isAnswering()).isTrue();
        assertThat(ollamas.has("llama3.2")).isTrue();
        assertThat(ollamas.has("my-embedder:latest")).isTrue();
        assertThat(ollamas.has("mistral")).isFalse();
        ollama.close();
        now = now.plus(Duration.ofSeconds(4));
        assertThat(ollamas.isAnswering()).isFalse();
        assertThat(ollamas.has("llama3.2")).isFalse();
    }

    @Test
    void readsNoMoreThanTheModelCanNorThanIsConfigured() {
        ollama.contextLength("llama3.2", 2_048);

        assertThat(catalog.contextTokens("llama3.2")).isEqualTo(2_048);
        assertThat(catalog.contextTokens("llama3.2:latest")).isEqualTo(2_048);
        assertThat(catalog.contextTokens("deepseek-r1:7b")).isEqualTo(8_192);
        assertThat(ollama.asked("/api/show")).hasSize(2);
    }

    @Test
    void asksForTheWindowAgainAfterTenMinutes() {
        ollama.contextLength("llama3.2", 2_048);
        catalog.contextTokens("llama3.2");
        ollama.contextLength("llama3.2", 1_024);

        now = now.plus(Duration.ofMinutes(9));
        assertThat(catalog.contextTokens("llama3.2")).isEqualTo(2_048);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(catalog.contextTokens("llama3.2")).isEqualTo(1_024);
    }

    @Test
    void takesTheConfiguredWindowForAMinuteWhenOllamaDoesNotSay() {
        ollama.uninstall("llama3.2:latest");
        assertThat(catalog.contextTokens("llama3.2")).isEqualTo(8_192);
        ollama.install("llama3.2:latest");
        ollama.contextLength("llama3.2", 2_048);

        now = now.plus(Duration.ofSeconds(50));
        assertThat(catalog.contextTokens("llama3.2")).isEqualTo(8_192);
        now = now.plus(Duration.ofSeconds(20));
        assertThat(catalog.contextTokens("llama3.2")).isEqualTo(2_048);
    }

    @Test
    void asksForTheWindowOnceHoweverManyWantToKnow() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> ask = () -> catalog.contextTokens("llama3.2");
            for (Future<Integer> told : threads.invokeAll(Collections.nCopies(32, ask))) {
                assertThat(told.get()).isEqualTo(8_192);
            }
        }

        assertThat(ollama.asked("/api/show")).hasSize(1);
    }
}
