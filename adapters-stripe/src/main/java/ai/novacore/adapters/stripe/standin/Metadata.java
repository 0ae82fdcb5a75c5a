package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Metadata as Stripe keeps it: text by name. */
final class Metadata {
    private Metadata() {}

    static Map<String, String> of(JsonObject object) {
        Map<String, String> metadata = new LinkedHashMap<>();
        object.asMap().forEach((name, value) -> metadata.put(name, value.getAsString()));
        return metadata;
    }

    static JsonObject of(Map<String, String> metadata) {
        JsonObject object = new JsonObject();
        metadata.forEach(object::addProperty);
        return object;
    }

    /** An empty value takes an entry away. */
    static void merge(JsonObject into, Map<String, String> changes) {
        changes.forEach((name, value) -> {
            if (value.isEmpty()) {
                into.remove(name);
            } else {
                into.addProperty(name, value);
            }
        });
    }
}
