package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** New objects with every member that Stripe gives them, as the resource {@code shapes.json} lists them. */
final class Shapes {
    private static final JsonObject ALL = read();

    private Shapes() {}

    /** @param kind what Stripe writes into the member {@code object} */
    static JsonObject of(String kind) {
        return ALL.getAsJsonObject(kind).deepCopy();
    }

    /** Stripe's envelope around a page of objects. */
    static JsonObject list(List<JsonObject> page, boolean hasMore, String url) {
        JsonObject list = new JsonObject();
        list.addProperty("object", "list");
        list.add("data", Fields.array(page));
        list.addProperty("has_more", hasMore);
        list.addProperty("url", url);
        return list;
    }

    private static JsonObject read() {
        try (InputStream stream = Objects.requireNonNull(Shapes.class.getResourceAsStream("shapes.json"));
                InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
