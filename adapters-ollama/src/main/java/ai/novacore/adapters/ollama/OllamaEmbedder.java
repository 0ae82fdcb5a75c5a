package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Embeddings by Ollama's {@code /api/embed}, 32 texts a request. Ollama cuts a text off where its model stops reading.
 * Safe for use by many threads.
 */
public final class OllamaEmbedder implements Embedder {
    private static final int BATCH = 32;

    /** Blank text is read as this: models disagree about nothing at all. */
    private static final String FOR_BLANK = ".";

    private final OllamaHttp http;
    private final OllamaSettings settings;
    private final String model;
    private volatile int dimensions;

    public OllamaEmbedder(OllamaSettings settings) {
        if (settings.embeddingModel() == null) {
            throw new IllegalArgumentException("no embedding model is named");
        }
        this.settings = settings;
        model = settings.embeddingModel();
        http = new OllamaHttp(settings);
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += BATCH) {
            vectors.addAll(embedBatch(texts.subList(from, Math.min(texts.size(), from + BATCH))));
        }
        return vectors;
    }

    /** Known after the first embedding; asks for one when there was none yet, and fails as that would. */
    @Override
    public int dimensions() {
        if (dimensions == 0) {
            embedBatch(List.of(FOR_BLANK));
        }
        return dimensions;
    }

    @Override
    public String model() {
        return model;
    }

    private List<float[]> embedBatch(List<String> texts) {
        ObjectNode request = OllamaHttp.JSON.createObjectNode();
        request.put("model", model).put("truncate", true);
        ArrayNode input = request.putArray("input");
        texts.forEach(text -> input.add(text.isBlank() ? FOR_BLANK : text));
        JsonNode embeddings =
                http.call("/api/embed", request, settings.idleTimeout()).path("embeddings");
        if (embeddings.size() != texts.size()) {
            throw new ModelFailure(Kind.FAILED, "Ollama gave another number of embeddings than it was asked for");
        }
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (JsonNode embedding : embeddings) {
            vectors.add(vector(embedding));
        }
        return vectors;
    }

    private float[] vector(JsonNode embedding) {
        float[] vector = new float[embedding.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) embedding.path(i).asDouble(Double.NaN);
        }
        UnitVectors.toLengthOne(vector);
        if (dimensions != 0 && dimensions != vector.length) {
            throw new ModelFailure(Kind.FAILED, "Ollama's embeddings have changed their length");
        }
        dimensions = vector.length;
        return vector;
    }
}
