package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.stripe.Stripe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes down what happened: each event holds its object as it was then. */
final class Events {
    private final State state;
    private final List<JsonObject> fresh = new ArrayList<>();
    private @Nullable String request;
    private @Nullable String idempotencyKey;

    Events(State state) {
        this.state = state;
    }

    /** Events of this work name the request that caused them, as Stripe's do. */
    <T> T during(String id, @Nullable String key, Supplier<T> work) {
        request = id;
        idempotencyKey = key;
        try {
            return work.get();
        } finally {
            request = null;
            idempotencyKey = null;
        }
    }

    void emit(String type, JsonObject object) {
        emit(type, object, null);
    }

    /** Changes an object and tells so with what it was before; says nothing when nothing changed. */
    void update(String type, JsonObject object, Runnable change) {
        JsonObject before = Fields.shown(object);
        change.run();
        JsonObject previous = difference(before, Fields.shown(object));
        if (!previous.isEmpty()) {
            emit(type, object, previous);
        }
    }

    void handOver(Consumer<JsonObject> to) {
        List<JsonObject> all = List.copyOf(fresh);
        fresh.clear();
        all.forEach(to);
    }

    private void emit(String type, JsonObject object, @Nullable JsonObject previous) {
        JsonObject event = Shapes.of("event");
        Fields.put(event, "id", Ids.of("event"));
        Fields.put(event, "type", type);
        Fields.put(event, "api_version", Stripe.API_VERSION);
        Fields.put(event, "created", state.timeline.now());
        Fields.put(event, "data.object", Fields.shown(object));
        if (previous != null) {
            Fields.put(event, "data.previous_attributes", previous);
        }
        Fields.put(event, "pending_webhooks", 1);
        Fields.put(event, "request.id", request);
        Fields.put(event, "request.idempotency_key", idempotencyKey);
        state.store.add(event);
        state.undelivered.add(Fields.need(event, "id"));
        fresh.add(event);
    }

    private static JsonObject difference(JsonObject before, JsonObject after) {
        JsonObject previous = new JsonObject();
        for (Map.Entry<String, JsonElement> member : after.entrySet()) {
            JsonElement was = before.has(member.getKey()) ? before.get(member.getKey()) : JsonNull.INSTANCE;
            if (!was.equals(member.getValue())) {
                previous.add(member.getKey(), was);
            }
        }
        return previous;
    }
}
