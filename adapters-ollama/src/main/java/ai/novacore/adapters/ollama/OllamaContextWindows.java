package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.ModelFailure;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * How many tokens models were trained to read, by Ollama's {@code /api/show}. What it said is taken for true for ten
 * minutes, that it said nothing for one minute. Safe for use by many threads.
 */
final class OllamaContextWindows {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration FRESH_AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int MOST_MODELS = 64;
    private static final int UNKNOWN = 0;

    private final OllamaHttp http;
    private final int configured;
    private final LoadingCache<String, Integer> told;

    OllamaContextWindows(OllamaHttp http, int configured, InstantSource clock) {
        this.http = http;
        this.configured = configured;
        told = Caffeine.newBuilder()
                .maximumSize(MOST_MODELS)
                .expireAfter(
                        Expiry.creating((String _, Integer tokens) -> tokens == UNKNOWN ? FRESH_AFTER_FAILURE : FRESH))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build(this::ask);
    }

    /** At most what is configured; that, too, when Ollama does not say. */
    int of(String model) {
        int tokens = told.get(model);
        return tokens == UNKNOWN ? configured : Math.min(tokens, configured);
    }

    private int ask(String model) {
        try {
            return contextLength(
                    http.call("/api/show", OllamaHttp.JSON.createObjectNode().put("model", model), LONGEST_WAIT));
        } catch (ModelFailure failure) {
            return UNKNOWN;
        }
    }

    /** The name of the field begins with the architecture, for example {@code llama.context_length}. */
    private static int contextLength(JsonNode shown) {
        for (Map.Entry<String, JsonNode> field : shown.path("model_info").properties()) {
            JsonNode value = field.getValue();
            if (field.getKey().endsWith(".context_length")
                    && value.isIntegralNumber()
                    && value.canConvertToInt()
                    && value.intValue() > 0) {
                return value.intValue();
            }
        }
        return UNKNOWN;
    }
}
