package ai.novacore.adapters.ollama;

import java.time.InstantSource;

/** Ollama's chat as the product puts it together, without what stands in front of it. */
final class ChattingExample {
    private ChattingExample() {}

    static OllamaChatModel model(OllamaSettings settings) {
        return new OllamaChatModel(settings, new OllamaModelCatalog(settings, InstantSource.system()));
    }
}
