package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads and writes members of JSON objects by dotted path. A member that is absent reads like one that is null. */
final class Fields {
    /** What the stand-in remembers about an object beside what Stripe would show of it. */
    private static final String HIDDEN = "standin";

    private Fields() {}

    static @Nullable JsonElement at(JsonObject from, String path) {
        JsonElement here = from;
        for (String step : path.split("\\.", -1)) {
            if (!here.isJsonObject() || !here.getAsJsonObject().has(step)) {
                return null;
            }
            here = here.getAsJsonObject().get(step);
        }
        return here.isJsonNull() ? null : here;
    }

    static @Nullable String text(JsonObject from, String path) {
        JsonElement found = at(from, path);
        return found == null ? null : found.getAsString();
    }

    static String need(JsonObject from, String path) {
        String found = text(from, path);
        if (found == null) {
            throw new IllegalStateException("no " + path + " in " + text(from, "object"));
        }
        return found;
    }

    static boolean is(JsonObject from, String path, String value) {
        return value.equals(text(from, path));
    }

    static long number(JsonObject from, String path) {
        JsonElement found = at(from, path);
        return found == null ? 0 : found.getAsLong();
    }

    static boolean flag(JsonObject from, String path) {
        JsonElement found = at(from, path);
        return found != null && found.getAsBoolean();
    }

    static @Nullable Instant instant(JsonObject from, String path) {
        JsonElement found = at(from, path);
        return found == null ? null : Instant.ofEpochSecond(found.getAsLong());
    }

    static Instant time(JsonObject from, String path) {
        return Instant.ofEpochSecond(number(from, path));
    }

    static JsonObject object(JsonObject from, String path) {
        JsonElement found = at(from, path);
        if (found == null) {
            throw new IllegalStateException("no " + path + " in " + text(from, "object"));
        }
        return found.getAsJsonObject();
    }

    static List<JsonObject> list(JsonObject from, String path) {
        JsonElement found = at(from, path);
        return found == null
                ? List.of()
                : StreamSupport.stream(found.getAsJsonArray().spliterator(), false)
                        .map(JsonElement::getAsJsonObject)
                        .toList();
    }

    static void put(JsonObject into, String path, @Nullable JsonElement value) {
        int dot = path.lastIndexOf('.');
        JsonObject parent = dot < 0 ? into : object(into, path.substring(0, dot));
        parent.add(path.substring(dot + 1), value == null ? JsonNull.INSTANCE : value);
    }

    static void put(JsonObject into, String path, @Nullable String value) {
        put(into, path, value == null ? null : new JsonPrimitive(value));
    }

    static void put(JsonObject into, String path, @Nullable Instant value) {
        put(into, path, value == null ? null : new JsonPrimitive(value.getEpochSecond()));
    }

    static void put(JsonObject into, String path, long value) {
        put(into, path, new JsonPrimitive(value));
    }

    static void put(JsonObject into, String path, boolean value) {
        put(into, path, new JsonPrimitive(value));
    }

    static void clear(JsonObject in, String path) {
        put(in, path, (JsonElement) null);
    }

    /** The notes kept with an object; nobody outside the stand-in sees them. */
    static JsonObject notes(JsonObject of) {
        if (!of.has(HIDDEN)) {
            of.add(HIDDEN, new JsonObject());
        }
        return of.getAsJsonObject(HIDDEN);
    }

    /** A copy without the notes, as it is answered and sent. */
    static JsonObject shown(JsonObject object) {
        JsonObject copy = object.deepCopy();
        copy.remove(HIDDEN);
        return copy;
    }

    static JsonArray array(List<? extends JsonElement> elements) {
        JsonArray array = new JsonArray();
        elements.forEach(array::add);
        return array;
    }
}
