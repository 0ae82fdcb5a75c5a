package ai.novacore.application.model;

import ai.novacore.application.model.port.out.ModelCatalog;
import java.util.List;
import java.util.stream.Stream;

/** A catalogue that always lists the same models. */
public final class FixedModelCatalog implements ModelCatalog {
    private static final int CONTEXT_TOKENS = 8_192;

    private final List<Model> models;

    /** The first id is the default. */
    public FixedModelCatalog(String defaultModel, String... others) {
        models = Stream.concat(Stream.of(defaultModel), Stream.of(others))
                .map(id -> new Model(id, "The model " + id + " of a test", false))
                .toList();
    }

    @Override
    public List<Model> models() {
        return models;
    }

    @Override
    public int contextTokens(String model) {
        return CONTEXT_TOKENS;
    }

    @Override
    public String defaultModel() {
        return models.getFirst().id();
    }
}
