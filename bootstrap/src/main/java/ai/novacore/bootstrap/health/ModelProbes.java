package ai.novacore.bootstrap.health;

import ai.novacore.bootstrap.operations.ModelHealth;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks at the model, which takes a request to Ollama. */
final class ModelProbes {
    private static final Duration FRESH = Duration.ofSeconds(3);

    /** The catalog of models is asked with a limit of its own, of 3 seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private final ModelHealth models;
    private volatile Map<String, Finding> parts = Map.of();
    private final Probe whole = new Probe(ModelHealth.CHAT_MODEL, FRESH, LIMIT, this::look);

    ModelProbes(ModelHealth models) {
        this.models = models;
    }

    /** The model as one part of the product. */
    Probe whole() {
        return whole;
    }

    /** The parts that it is made of. */
    Map<String, Finding> parts() {
        Finding found = whole.finding();
        Map<String, Finding> latest = parts;
        return latest.isEmpty() ? Map.of(ModelHealth.CHAT_MODEL, found) : latest;
    }

    private Finding look() {
        Map<String, Finding> found = new LinkedHashMap<>();
        models.findings().forEach((name, part) -> found.put(name, new Finding(part.up(), part.detail())));
        parts = found;
        return found.values().stream().allMatch(Finding::up)
                ? Finding.UP
                : Finding.down("see /api/intelligence/health");
    }
}
