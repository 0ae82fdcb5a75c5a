package ai.novacore.adapters.ollama;

import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where Ollama runs and what is asked of it.
 *
 * @param baseUrl http or https, with or without a path in front of {@code /api}
 * @param chatModel the model that answers when a request names none
 * @param embeddingModel the model that embeds; null when something else does
 * @param connectTimeout how long a connection may take to come about
 * @param idleTimeout how long Ollama may say nothing; loading a model counts, too
 * @param totalTimeout how long one answer may take as a whole
 * @param keepAlive how long Ollama keeps a model loaded, in its own notation ("10m"); null leaves it to Ollama
 * @param contextTokens the size of the context window; Ollama refuses a longer prompt
 * @param observations is told of every request
 */
public record OllamaSettings(
        URI baseUrl,
        String chatModel,
        @Nullable String embeddingModel,
        Duration connectTimeout,
        Duration idleTimeout,
        Duration totalTimeout,
        @Nullable String keepAlive,
        int contextTokens,
        ObservationRegistry observations) {

    public OllamaSettings {
        if (!"http".equalsIgnoreCase(baseUrl.getScheme()) && !"https".equalsIgnoreCase(baseUrl.getScheme())) {
            throw new IllegalArgumentException("the address of Ollama must begin with http:// or https://");
        }
        if (chatModel.isBlank()) {
            throw new IllegalArgumentException("the chat model must be named");
        }
        requirePositive(connectTimeout);
        requirePositive(idleTimeout);
        requirePositive(totalTimeout);
        if (contextTokens < 1) {
            throw new IllegalArgumentException("the context must hold at least a token");
        }
    }

    /** The defaults: 3 s to connect, 2 minutes of silence, 10 minutes an answer, a context of 8,192 tokens. */
    public static OllamaSettings of(URI baseUrl, String chatModel) {
        return new OllamaSettings(
                baseUrl,
                chatModel,
                null,
                Duration.ofSeconds(3),
                Duration.ofMinutes(2),
                Duration.ofMinutes(10),
                null,
                8_192,
                ObservationRegistry.NOOP);
    }

    public OllamaSettings withEmbeddingModel(String model) {
        return new OllamaSettings(
                baseUrl,
                chatModel,
                model,
                connectTimeout,
                idleTimeout,
                totalTimeout,
                keepAlive,
                contextTokens,
                observations);
    }

    public OllamaSettings withTimeouts(Duration connect, Duration idle, Duration total) {
        return new OllamaSettings(
                baseUrl, chatModel, embeddingModel, connect, idle, total, keepAlive, contextTokens, observations);
    }

    private static void requirePositive(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a time limit must be longer than nothing");
        }
    }
}
