package ai.novacore.bootstrap.wiring;

import ai.novacore.adapters.ollama.MiniLmEmbedder;
import ai.novacore.adapters.ollama.OllamaChatModel;
import ai.novacore.adapters.ollama.OllamaEmbedder;
import ai.novacore.adapters.ollama.OllamaModelCatalog;
import ai.novacore.adapters.ollama.OllamaProbe;
import ai.novacore.adapters.ollama.OllamaSettings;
import ai.novacore.adapters.ollama.StandInChatModel;
import ai.novacore.adapters.ollama.StandInModelCatalog;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.bootstrap.NovaSettings;
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
    record Models(ChatModel chat, ModelCatalog catalog, boolean standIn) {}

    @Bean
    OllamaSettings ollamaSettings(NovaSettings settings) {
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
                ollama.contextTokens());
    }

    @Bean
    Models models(OllamaSettings ollama, NovaSettings settings, Environment environment, Clock clock) {
        boolean local = environment.acceptsProfiles(Profiles.of("local"));
        if (local && !new OllamaProbe(ollama).isAnswering(PROBE)) {
            return new Models(
                    new StandInChatModel(settings.standIn().pace()),
                    new StandInModelCatalog(ollama.contextTokens()),
                    true);
        }
        return new Models(new OllamaChatModel(ollama), new OllamaModelCatalog(ollama, clock), false);
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
    Embedder embedder(OllamaSettings ollama) {
        return ollama.embeddingModel() == null ? new MiniLmEmbedder() : new OllamaEmbedder(ollama);
    }
}
