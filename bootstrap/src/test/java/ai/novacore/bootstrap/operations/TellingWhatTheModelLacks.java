package ai.novacore.bootstrap.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.adapters.ollama.CircuitBreakingChatModel;
import ai.novacore.adapters.ollama.ModelBreakers;
import ai.novacore.adapters.ollama.OllamaModelCatalog;
import ai.novacore.adapters.ollama.OllamaSettings;
import ai.novacore.application.model.FakeOllama;
import ai.novacore.application.model.ModelQueue;
import ai.novacore.application.model.QueueingChatModel;
import ai.novacore.application.model.ScriptedChatModel;
import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.bootstrap.operations.ModelHealth.Finding;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TellingWhatTheModelLacks {
    private final FakeOllama ollama = new FakeOllama("llama3.2:latest", "all-minilm:latest");
    private final ManualClock clock = new ManualClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ModelBreakers breakers = new ModelBreakers(clock, meters);
    private final ModelQueue queue = new ModelQueue(1, 0, Duration.ofMinutes(1), meters);
    private final OllamaSettings settings =
            OllamaSettings.of(ollama.baseUrl(), "llama3.2").withEmbeddingModel("all-minilm");
    private final ModelHealth health =
            new OllamaHealth(settings, new OllamaModelCatalog(settings, clock), breakers, queue);

    @AfterEach
    void stop() {
        ollama.close();
    }

    @Test
    void isWellWhenAllIsThere() {
        assertThat(health.findings())
                .isEqualTo(Map.of(
                        "ollama", new Finding(true, null),
                        "chatModel", new Finding(true, "llama3.2"),
                        "embeddingModel", new Finding(true, "all-minilm"),
                        "circuitBreaker", new Finding(true, "closed"),
                        "queue", new Finding(true, "0 running, 0 waiting")));
    }

    @Test
    void saysWhatInstallsAModelThatIsMissing() {
        ollama.uninstall("llama3.2:latest");
        ollama.uninstall("all-minilm:latest");

        assertThat(health.findings())
                .containsEntry(
                        "chatModel", new Finding(false, "llama3.2 is missing; to install it: ollama pull llama3.2"))
                .containsEntry(
                        "embeddingModel",
                        new Finding(false, "all-minilm is missing; to install it: ollama pull all-minilm"));
    }

    @Test
    void doesNotCallAModelMissingWhenNobodyCanSay() {
        ollama.close();

        assertThat(health.findings())
                .containsEntry("ollama", new Finding(false, "does not answer at its address"))
                .containsEntry("chatModel", new Finding(false, null));
    }

    @Test
    void saysThatTheModelIsNotAsked() {
        ScriptedChatModel scripted = new ScriptedChatModel();
        ChatModel model = new CircuitBreakingChatModel(scripted, breakers);
        for (int i = 0; i < 10; i++) {
            scripted.fails(ModelFailure.Kind.TIMEOUT);
            assertThatThrownBy(() -> model.answer(prompt(), text -> {}, new Cancellation()))
                    .isInstanceOf(ModelFailure.class);
        }

        assertThat(health.findings()).containsEntry("circuitBreaker", new Finding(false, "open"));
    }

    @Test
    void saysThatNoMoreQuestionsAreTaken() {
        ChatModel model = new QueueingChatModel(new ScriptedChatModel(), queue);

        model.answer(
                prompt(),
                text -> assertThat(health.findings())
                        .containsEntry("queue", new Finding(false, "1 running, 0 waiting")),
                new Cancellation());

        assertThat(health.findings()).containsEntry("queue", new Finding(true, "0 running, 0 waiting"));
    }

    @Test
    void isAlwaysWellWithTheStandIn() {
        assertThat(new StandInHealth().findings().get(ModelHealth.CHAT_MODEL))
                .isEqualTo(new Finding(true, "the built-in stand-in answers"));
    }

    private static Prompt prompt() {
        return new Prompt(new UserId("usr_mira"), "llama3.2", List.of(), List.of(), "Well?", 100);
    }
}
