package ai.novacore.bootstrap.wiring;

import ai.novacore.adapters.ollama.CircuitBreakingChatModel;
import ai.novacore.adapters.ollama.MiniLmEmbedder;
import ai.novacore.adapters.ollama.ModelBreakers;
import ai.novacore.adapters.ollama.OllamaChatModel;
import ai.novacore.adapters.ollama.OllamaEmbedder;
import ai.novacore.adapters.ollama.OllamaFactExtractor;
import ai.novacore.adapters.ollama.OllamaModelCatalog;
import ai.novacore.adapters.ollama.OllamaProbe;
import ai.novacore.adapters.ollama.OllamaSettings;
import ai.novacore.adapters.ollama.OllamaTitleModel;
import ai.novacore.adapters.ollama.StandInChatModel;
import ai.novacore.adapters.ollama.StandInFactExtractor;
import ai.novacore.adapters.ollama.StandInModelCatalog;
import ai.novacore.adapters.ollama.StandInTitleModel;
import ai.novacore.application.model.MeasuredEmbedder;
import ai.novacore.application.model.ModelQueue;
import ai.novacore.application.model.QueueingChatModel;
import ai.novacore.application.model.QueueingFactExtractor;
import ai.novacore.application.model.QueueingTitleModel;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.model.port.out.FactExtractor;
import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.application.model.port.out.TitleModel;
import ai.novacore.bootstrap.NovaSettings;
import ai.novacore.bootstrap.operations.ModelHealth;
import ai.novacore.bootstrap.operations.OllamaHealth;
import ai.novacore.bootstrap.operations.StandInHealth;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Ollama; in the local profile the stand-in when no Ollama answers at the start. */
@Configuration(proxyBeanMethods = false)
class ModelWiring {
    private static final Duration PROBE = Duration.ofSeconds(2);

    /** Which of them it is, decided once. */
    record Models(ChatModel chat, ModelCatalog catalog, TitleModel titles, FactExtractor facts, ModelHealth health) {}

    @Bean
    OllamaSettings ollamaSettings(NovaSettings settings, ObservationRegistry observations) {
        NovaSettings.Ollama ollama = settings.ollama();
        String embeddingModel = ollama.embeddingModel();
        return new OllamaSettings(
                ollama.baseUrl(),
                ollama.chatModel(),
                embeddingModel == null || embeddingModel.isBlank() ? null : embeddingModel,
                ollama.connectTimeout(),
                ollama.idleTimeout(),
                ollama.totalTimeout(),
                null,
                ollama.contextTokens(),
                observations);
    }

    @Bean
    Models models(
            OllamaSettings ollama, NovaSettings settings, Environment environment, Clock clock, MeterRegistry meters) {
        boolean local = environment.acceptsProfiles(Profiles.of("local"));
        if (local && !new OllamaProbe(ollama).isAnswering(PROBE)) {
            return new Models(
                    new StandInChatModel(settings.standIn().pace()),
                    new StandInModelCatalog(ollama.contextTokens()),
                    new StandInTitleModel(),
                    new StandInFactExtractor(),
                    new StandInHealth());
        }
        OllamaModelCatalog catalog = new OllamaModelCatalog(ollama, clock);
        ModelBreakers breakers = new ModelBreakers(clock, meters);
        ModelQueue queue = new ModelQueue(
                settings.ollama().parallelAnswers(),
                settings.ollama().waitingAnswers(),
                settings.ollama().longestWait(),
                meters);
        ChatModel asked = new CircuitBreakingChatModel(new OllamaChatModel(ollama, catalog), breakers);
        return new Models(
                new QueueingChatModel(asked, queue),
                catalog,
                new QueueingTitleModel(new OllamaTitleModel(ollama, catalog), queue),
                new QueueingFactExtractor(new OllamaFactExtractor(ollama, catalog), queue),
                new OllamaHealth(ollama, catalog, breakers, queue));
    }

    @Bean
    TitleModel titleModel(Models models) {
        return models.titles();
    }

    @Bean
    FactExtractor factExtractor(Models models) {
        return models.facts();
    }

    @Bean
    ModelHealth modelHealth(Models models) {
        return models.health();
    }

    @Bean
    ChatModel chatModel(Models models) {
        return models.chat();
    }

    @Bean
    ModelCatalog modelCatalog(Models models) {
        return models.catalog();
    }

    @Bean
    Embedder embedder(OllamaSettings ollama, MeterRegistry meters) {
        return new MeasuredEmbedder(
                ollama.embeddingModel() == null ? new MiniLmEmbedder() : new OllamaEmbedder(ollama), meters);
    }
}
