package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** All objects by kind and id, in the order in which they were made. Not safe for several threads at once. */
final class Store {
    private final Map<String, SequencedMap<String, JsonObject>> kinds = new HashMap<>();

    void add(JsonObject object) {
        of(Fields.need(object, "object")).put(Fields.need(object, "id"), object);
    }

    void remove(String kind, String id) {
        of(kind).remove(id);
    }

    Optional<JsonObject> find(String kind, String id) {
        return Optional.ofNullable(of(kind).get(id));
    }

    Optional<JsonObject> find(String id) {
        return kinds.values().stream()
                .flatMap(kind -> Stream.ofNullable(kind.get(id)))
                .findFirst();
    }

    JsonObject get(String kind, String id) {
        return find(kind, id).orElseThrow(() -> new IllegalStateException("no " + kind + " " + id));
    }

    /** Oldest first. */
    List<JsonObject> all(String kind) {
        return List.copyOf(of(kind).sequencedValues());
    }

    /** Newest first. */
    List<JsonObject> newest(String kind) {
        return List.copyOf(of(kind).sequencedValues().reversed());
    }

    Stream<JsonObject> everything() {
        return kinds.values().stream().flatMap(kind -> kind.values().stream());
    }

    int size(String kind) {
        return of(kind).size();
    }

    JsonObject save() {
        JsonObject saved = new JsonObject();
        kinds.forEach((kind, objects) -> saved.add(kind, Fields.array(List.copyOf(objects.values()))));
        return saved;
    }

    void load(JsonObject saved) {
        for (JsonElement kind : saved.asMap().values()) {
            kind.getAsJsonArray().forEach(object -> add(object.getAsJsonObject()));
        }
    }

    private SequencedMap<String, JsonObject> of(String kind) {
        return kinds.computeIfAbsent(kind, any -> new LinkedHashMap<>());
    }
}
