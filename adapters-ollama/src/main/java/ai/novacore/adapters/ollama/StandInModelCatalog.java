package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.ModelCatalog;
import java.util.List;

/** Lists the built-in stand-in, which is all there is without Ollama. */
public final class StandInModelCatalog implements ModelCatalog {
    private final int contextTokens;

    /** @param contextTokens how much it reads at once, as a model of that size would */
    public StandInModelCatalog(int contextTokens) {
        this.contextTokens = contextTokens;
    }

    @Override
    public List<Model> models() {
        return List.of(new Model(StandInChatModel.ID, "Built-in stand-in; not a language model", true));
    }

    @Override
    public int contextTokens(String model) {
        return contextTokens;
    }

    @Override
    public String defaultModel() {
        return StandInChatModel.ID;
    }
}
