package ai.novacore.bootstrap;

import ai.novacore.bootstrap.Caller.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who reads an answer as server-sent events, as far as they like. */
final class AnswerReader implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;
    private final List<Event> events = new ArrayList<>();

    private AnswerReader(HttpRequest.Builder request) {
        try {
            // A client of its own, so that leaving closes the connection.
            response = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request.header("Accept", "text/event-stream").build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    static AnswerReader asking(Caller person, String message) {
        return asking(person, Map.of("message", message, "useMemory", false));
    }

    /** @param headers more headers, by name and value */
    static AnswerReader asking(Caller person, Map<String, ?> question, String... headers) {
        HttpRequest.Builder request = person.request("/api/intelligence/chat")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(question)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return new AnswerReader(request);
    }

    /** @param query with its question mark; perhaps empty */
    static AnswerReader following(Caller person, String turn, String query) {
        return new AnswerReader(person.request(path(turn) + query).GET());
    }

    static AnswerReader goingOn(Caller person, String turn, String lastEventId) {
        return new AnswerReader(
                person.request(path(turn)).header("Last-Event-ID", lastEventId).GET());
    }

    private static String path(String turn) {
        return "/api/intelligence/chat/" + turn + "/stream";
    }

    int status() {
        return response.statusCode();
    }

    /** By which everything is tied together that the question causes. */
    String correlation() {
        return response.headers().firstValue("X-Correlation-ID").orElseThrow();
    }

    /** The next event; null at the end of the stream. */
    @Nullable Event next() {
        String id = "";
        String name = "";
        String data = "";
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !name.isEmpty()) {
                    Event event = new Event(id, name, JSON.readTree(data));
                    events.add(event);
                    return event;
                }
                int colon = line.indexOf(':');
                String value = line.substring(colon + 1).strip();
                switch (line.substring(0, Math.max(0, colon))) {
                    case "id" -> id = value;
                    case "event" -> name = value;
                    case "data" -> data = value;
                    default -> {}
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on to the next event of a name. */
    Event await(String name) {
        for (Event event = next(); event != null; event = next()) {
            if (event.name().equals(name)) {
                return event;
            }
        }
        throw new AssertionError("there came no " + name + " but " + events);
    }

    /** Reads on until so much of the answer has come. */
    AnswerReader awaitText(String text) {
        while (!text().equals(text)) {
            await("token");
        }
        return this;
    }

    /** Reads to the end. */
    AnswerReader toTheEnd() {
        while (next() != null) {
            // Noted by next().
        }
        return this;
    }

    /** The answer as far as it was read. */
    String text() {
        StringBuilder text = new StringBuilder();
        named("token").forEach(event -> text.append(event.data().path("text").asString()));
        return text.toString();
    }

    List<Event> named(String name) {
        return events.stream().filter(event -> event.name().equals(name)).toList();
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    JsonNode meta() {
        return named("meta").isEmpty()
                ? await("meta").data()
                : named("meta").getFirst().data();
    }

    String turn() {
        return meta().path("turnId").asString();
    }

    String conversation() {
        return meta().path("conversationId").asString();
    }

    /** Leaves, in whatever state. */
    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
