package ai.novacore.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who talks to the product over HTTP. */
final class Caller {
    static final String PASSWORD = "correct horse battery staple";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI address;
    private final @Nullable String token;
    private final String email;

    Caller(URI address) {
        this(address, null, "");
    }

    private Caller(URI address, @Nullable String token, String email) {
        this.address = address;
        this.token = token;
        this.email = email;
    }

    /** An answer. */
    record Answer(int status, HttpResponse<String> response) {
        String body() {
            return response.body();
        }

        JsonNode json() {
            return JSON.readTree(body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** One server-sent event. */
    record Event(String id, String name, JsonNode data) {}

    /** A new member, logged in. */
    static Caller member(URI address) {
        String email = "member-" + UUID.randomUUID() + "@example.org";
        Caller nobody = new Caller(address);
        nobody.post(
                "/auth/register",
                "{\"email\":\"%s\",\"password\":\"%s\",\"displayName\":\"Ada\"}".formatted(email, PASSWORD));
        return nobody.logIn(email);
    }

    Caller logIn(String address) {
        Answer answer = post("/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(address, PASSWORD));
        if (answer.status() != 200) {
            throw new IllegalStateException("cannot log in: " + answer.status() + " " + answer.body());
        }
        return new Caller(this.address, answer.json().path("accessToken").asString(), address);
    }

    String token() {
        return Objects.requireNonNull(token);
    }

    String email() {
        return email;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** Asks, and returns the whole answer at once. */
    Answer ask(String message) {
        return post("/api/intelligence/chat", JSON.writeValueAsString(java.util.Map.of("message", message)));
    }

    /** Asks, and returns the events of the stream. */
    List<Event> stream(String message) {
        Answer answer = send(request("/api/intelligence/chat")
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(java.util.Map.of("message", message)))));
        List<Event> events = new ArrayList<>();
        for (String block : answer.body().split("\n\n", -1)) {
            if (!block.isBlank()) {
                events.add(
                        new Event(field(block, "id:"), field(block, "event:"), JSON.readTree(field(block, "data:"))));
            }
        }
        return events;
    }

    private static String field(String block, String name) {
        return block.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElse("");
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
