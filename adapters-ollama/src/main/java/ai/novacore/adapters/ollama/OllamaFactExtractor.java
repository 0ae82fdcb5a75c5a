package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.FactExtractor;
import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.model.port.out.UnusableReply;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Has a model in Ollama extract facts: in one piece by {@code /api/chat}, at temperature 0, its answer bound to a JSON
 * schema. Small models break schemas all the same: what cannot be read is shown to the model with what is wrong, once.
 * Safe for use by many threads.
 *
 * <p>Failures: as those of {@link OllamaChatModel}.
 */
public final class OllamaFactExtractor implements FactExtractor {
    private final OllamaHttp http;
    private final OllamaSettings settings;
    private final ModelCatalog catalog;

    /** @param catalog knows how much each model reads */
    public OllamaFactExtractor(OllamaSettings settings, ModelCatalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
        http = new OllamaHttp(settings);
    }

    @Override
    public List<Candidate> extract(Material material, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        // With the window of the chat: for another one Ollama would load the model anew.
        int window = catalog.contextTokens(material.model());
        ExtractionQuestion question = new ExtractionQuestion(material, window, settings.keepAlive());
        ExtractionReply replies = new ExtractionReply(material);
        String said = ask(question.first(), deadline);
        try {
            return replies.read(said);
        } catch (UnusableReply unusable) {
            return replies.read(
                    ask(question.again(said, Objects.requireNonNullElse(unusable.getMessage(), "")), deadline));
        }
    }

    private String ask(ObjectNode request, long deadline) {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (!left.isPositive()) {
            throw new ModelFailure(Kind.TIMEOUT, "the extraction ran out of time");
        }
        JsonNode reply = http.call("/api/chat", request, left);
        return reply.path("message").path("content").asString("");
    }
}
