package ai.novacore.bench;

import ai.novacore.application.shared.port.out.ReadModels;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A member at the door. */
final class Visitor {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String EMAIL = "bench@example.org";
    private static final String PASSWORD = "a fairly long sentence of the bench";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private @Nullable String token;

    private final String email;

    private Visitor(int port, String email) {
        this.address = "http://localhost:" + port;
        this.email = email;
    }

    /** Registers, unless that was done before, and logs in. */
    static Visitor register(int port, ReadModels readModels) {
        Visitor visitor = new Visitor(port, EMAIL);
        visitor.signUp();
        readModels.awaitLatest(PATIENCE);
        visitor.logIn();
        return visitor;
    }

    /** Registers somebody at a product that runs in another process, and logs in as soon as that is known. */
    static Visitor register(int port, String email) {
        Visitor visitor = new Visitor(port, email);
        visitor.signUp();
        for (int attempt = 1; visitor.token == null; attempt++) {
            try {
                visitor.logIn();
            } catch (IllegalStateException e) {
                if (attempt == 4) { // one less than what locks an account
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
        return visitor;
    }

    private void signUp() {
        post("/auth/register", Map.of("email", email, "password", PASSWORD, "displayName", "Bench"));
    }

    void logIn() {
        String session = post("/auth/login", Map.of("email", email, "password", PASSWORD));
        token = JSON.readTree(session).get("accessToken").asString();
    }

    String token() {
        return Objects.requireNonNull(token);
    }

    String get(String path) {
        return send(request(path).GET().build(), BodyHandlers.ofString());
    }

    String post(String path, Map<String, ?> body) {
        return send(json(path, body).build(), BodyHandlers.ofString());
    }

    /** Sends NDJSON; gives that some minutes. */
    String postLines(String path, String lines) {
        return send(
                request(path)
                        .timeout(PATIENCE.multipliedBy(10))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(lines))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Asks, reads the answer to its end, and returns when its first token came, on the clock of {@link System#nanoTime}. */
    long ask(String question) {
        HttpRequest request = json("/api/intelligence/chat", Map.of("message", question))
                .header("Accept", "text/event-stream")
                .build();
        try (Stream<String> lines = send(request, BodyHandlers.ofLines())) {
            long first = 0;
            boolean done = false;
            for (Iterator<String> i = lines.iterator(); i.hasNext(); ) {
                String line = i.next();
                if (first == 0 && line.equals("event: token")) {
                    first = System.nanoTime();
                }
                done |= line.equals("event: done");
            }
            if (first == 0 || !done) {
                throw new IllegalStateException("there was no answer");
            }
            return first;
        }
    }

    private HttpRequest.Builder json(String path, Map<String, ?> body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private <T> T send(HttpRequest request, BodyHandler<T> handler) {
        try {
            HttpResponse<T> response = http.send(request, handler);
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(request.uri().getPath() + " answers " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(request.uri().getPath() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
