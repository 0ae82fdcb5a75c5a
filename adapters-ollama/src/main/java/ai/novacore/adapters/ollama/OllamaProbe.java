package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.ModelFailure;
import java.time.Duration;

/** Asks whether Ollama is there at all, to choose between it and the stand-in at start-up. */
public final class OllamaProbe {
    private final OllamaHttp http;

    public OllamaProbe(OllamaSettings settings) {
        http = new OllamaHttp(settings);
    }

    /** Whether something that lists models as Ollama does answers within the time. Never throws. */
    public boolean isAnswering(Duration within) {
        try {
            return http.call("/api/tags", null, within).path("models").isArray();
        } catch (ModelFailure failure) {
            return false;
        }
    }
}
