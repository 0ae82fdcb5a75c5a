package ai.novacore.application.model.port.out;

import java.util.List;

/** Which models there are to choose from. Every wait inside has a time limit of a few seconds. */
public interface ModelCatalog {

    /**
     * A model that can be asked.
     *
     * @param id the name that requests choose it by
     * @param description a few words for people
     * @param standIn whether it only stands in for a real model
     */
    record Model(String id, String description, boolean standIn) {}

    /**
     * The models that are there now, the default first when it is among them.
     *
     * @throws ModelFailure {@code UNAVAILABLE} or {@code TIMEOUT} when the server does not say
     */
    List<Model> models();

    /** The id of the model that answers when a request names none. */
    String defaultModel();

    /**
     * How many tokens the model reads at once, its own answer included: what it can, but at most what is configured;
     * what is configured for a model that does not say. Never throws.
     */
    int contextTokens(String model);
}
