package ai.novacore.bootstrap;

import static org.awaitility.Awaitility.await;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.Role;
import ai.novacore.domain.user.UserCommand.ChangeRoles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

        /** The code of a problem; empty for an answer that is none. */
        String code() {
            return json().path("code").asString("");
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
        return new Caller(address).register(email).logIn(email);
    }

    /** Signs somebody up. */
    Caller register(String address) {
        post(
                "/auth/register",
                "{\"email\":\"%s\",\"password\":\"%s\",\"displayName\":\"Ada\"}".formatted(address, PASSWORD));
        return this;
    }

    /** Opens the link that was mailed to an address, as its owner would. */
    void verify(String address) {
        String link = awaitLink(address, "/verify-email?token=");
        get("/auth/verify-email" + link.substring(link.indexOf('?')));
    }

    /** The newest link that was mailed to an address and that holds these words. */
    String awaitLink(String address, String words) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> link(address, words), link -> !link.isEmpty());
    }

    private String link(String address, String words) {
        return get("/dev/mailbox/messages?to=" + address)
                .json()
                .path("messages")
                .valueStream()
                .flatMap(mail -> mail.path("links").valueStream())
                .map(JsonNode::asString)
                .filter(link -> link.contains(words))
                .findFirst()
                .orElse("");
    }

    Caller logIn(String address) {
        Answer answer = post("/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(address, PASSWORD));
        if (answer.status() != 200) {
            throw new IllegalStateException("cannot log in: " + answer.status() + " " + answer.body());
        }
        return new Caller(this.address, answer.json().path("accessToken").asString(), address);
    }

    /** The same person, at another node. */
    Caller at(URI other) {
        return new Caller(other, token, email);
    }

    /** Whoever shows this access token. */
    Caller bearing(String shown) {
        return new Caller(address, shown, email);
    }

    /** The same person, once they have a role. */
    Caller with(Product product, Role role) {
        UserId id = new UserId(get("/auth/me").json().path("id").asString());
        product.bean(CommandDispatcher.class)
                .dispatch(new ChangeRoles(id, Actor.system("test"), Instant.now(), Set.of(role)));
        await().until(() -> get("/auth/me").json().path("roles").toString().contains(role.name()));
        return this;
    }

    /** A body with these fields, by name and value. */
    static BodyPublisher json(String... fields) {
        return BodyPublishers.ofString(text(fields));
    }

    /** An object with these fields, by name and value. */
    static String text(String... fields) {
        Map<String, String> body = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        return JSON.writeValueAsString(body);
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
