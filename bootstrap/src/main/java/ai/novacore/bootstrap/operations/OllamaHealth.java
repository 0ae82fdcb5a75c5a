package ai.novacore.bootstrap.operations;

import ai.novacore.adapters.ollama.ModelBreakers;
import ai.novacore.adapters.ollama.OllamaModelCatalog;
import ai.novacore.adapters.ollama.OllamaSettings;
import ai.novacore.application.model.ModelQueue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether Ollama answers, has the configured models, is asked at all, and how many wait for it on this node. */
public final class OllamaHealth implements ModelHealth {
    private final OllamaSettings settings;
    private final OllamaModelCatalog catalog;
    private final ModelBreakers breakers;
    private final ModelQueue queue;

    public OllamaHealth(OllamaSettings settings, OllamaModelCatalog catalog, ModelBreakers breakers, ModelQueue queue) {
        this.settings = settings;
        this.catalog = catalog;
        this.breakers = breakers;
        this.queue = queue;
    }

    @Override
    public Map<String, Finding> findings() {
        Map<String, Finding> findings = new LinkedHashMap<>();
        boolean answers = catalog.isAnswering();
        findings.put("ollama", new Finding(answers, answers ? null : "does not answer at its address"));
        findings.put(CHAT_MODEL, installed(settings.chatModel(), answers));
        if (settings.embeddingModel() != null) {
            findings.put("embeddingModel", installed(settings.embeddingModel(), answers));
        }
        String model = catalog.defaultModel();
        findings.put("circuitBreaker", new Finding(!breakers.isOpen(model), breakers.state(model)));
        findings.put(
                "queue",
                new Finding(
                        !queue.isFull(model), queue.running(model) + " running, " + queue.waiting(model) + " waiting"));
        return findings;
    }

    private Finding installed(String model, boolean answers) {
        if (catalog.has(model)) {
            return new Finding(true, model);
        }
        return new Finding(
                false, answers ? model + " is missing; to install it: " + catalog.commandToInstall(model) : null);
    }
}
