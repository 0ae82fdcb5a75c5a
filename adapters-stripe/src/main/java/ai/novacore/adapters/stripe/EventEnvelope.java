package ai.novacore.adapters.stripe;

import ai.novacore.application.subscription.port.out.WebhookVerifier.Notice;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads as much of an event as is needed to file it, in one pass and without keeping the rest. */
final class EventEnvelope {
    /** As long as Stripe promises of its names, and nothing that a database would stumble over. */
    private static final Pattern NAME = Pattern.compile("[!-~]{1,255}");

    /** The end of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    private @Nullable String id;
    private @Nullable String type;
    private @Nullable Long created;
    private @Nullable String customer;
    private @Nullable String objectId;
    private @Nullable String objectKind;

    private EventEnvelope() {}

    /** Absent when it is no event. */
    static Optional<Notice> read(String payload) {
        if (payload.indexOf('\0') >= 0) {
            // Is skipped inside of values, and PostgreSQL keeps no text with it.
            return Optional.empty();
        }
        EventEnvelope envelope = new EventEnvelope();
        try (JsonReader json = new JsonReader(new StringReader(payload))) {
            json.setStrictness(Strictness.STRICT);
            envelope.event(json);
            return json.peek() == JsonToken.END_DOCUMENT ? envelope.notice() : Optional.empty();
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<Notice> notice() {
        String of = customer == null && "customer".equals(objectKind) ? objectId : customer;
        if (id == null || type == null || created == null || created < 0 || created > LATEST) {
            return Optional.empty();
        }
        if (!isName(id) || !isName(type) || (of != null && !isName(of))) {
            return Optional.empty();
        }
        return Optional.of(new Notice(id, type, of, Instant.ofEpochSecond(created)));
    }

    private void event(JsonReader json) throws IOException {
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "id" -> id = text(json);
                case "type" -> type = text(json);
                case "created" -> created = json.nextLong();
                case "data" -> data(json);
                default -> json.skipValue();
            }
        }
        json.endObject();
    }

    private void data(JsonReader json) throws IOException {
        if (!entersObject(json)) {
            return;
        }
        while (json.hasNext()) {
            if ("object".equals(json.nextName())) {
                object(json);
            } else {
                json.skipValue();
            }
        }
        json.endObject();
    }

    private void object(JsonReader json) throws IOException {
        if (!entersObject(json)) {
            return;
        }
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "id" -> objectId = text(json);
                case "object" -> objectKind = text(json);
                case "customer" -> customer = customer(json);
                default -> json.skipValue();
            }
        }
        json.endObject();
    }

    /** The id, or the whole customer with it. */
    private static @Nullable String customer(JsonReader json) throws IOException {
        if (json.peek() != JsonToken.BEGIN_OBJECT) {
            return text(json);
        }
        String id = null;
        json.beginObject();
        while (json.hasNext()) {
            if ("id".equals(json.nextName())) {
                id = text(json);
            } else {
                json.skipValue();
            }
        }
        json.endObject();
        return id;
    }

    private static boolean entersObject(JsonReader json) throws IOException {
        if (json.peek() != JsonToken.BEGIN_OBJECT) {
            json.skipValue();
            return false;
        }
        json.beginObject();
        return true;
    }

    private static @Nullable String text(JsonReader json) throws IOException {
        if (json.peek() == JsonToken.STRING) {
            return json.nextString();
        }
        json.skipValue();
        return null;
    }

    private static boolean isName(String value) {
        return NAME.matcher(value).matches();
    }
}
