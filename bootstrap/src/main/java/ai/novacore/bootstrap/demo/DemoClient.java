package ai.novacore.bootstrap.demo;

import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the product as any client would. Every call has one correlation id, which all that it causes has then too. */
final class DemoClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    /** The product itself gives a model ten minutes. */
    private static final Duration PATIENCE_WITH_MODELS = Duration.ofMinutes(12);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;
    private final String correlationId = UUID.randomUUID().toString();
    private @Nullable String accessToken;

    DemoClient(URI product) {
        this.base = product.toString();
    }

    String address() {
        return base;
    }

    String correlationId() {
        return correlationId;
    }

    void use(String token) {
        accessToken = token;
    }

    JsonNode get(String path) {
        return successful(send(request(path).GET(), BodyHandlers.ofString(), PATIENCE));
    }

    /** What a route says that exists in the profile {@code local} only; empty when it is not there. */
    Optional<JsonNode> find(String path) {
        HttpResponse<String> response = send(request(path).GET(), BodyHandlers.ofString(), PATIENCE);
        boolean missing = Set.of(401, 403, 404).contains(response.statusCode());
        return missing ? Optional.empty() : Optional.of(successful(response));
    }

    JsonNode post(String path, Map<String, String> body) {
        return successful(send(posting(path, body), BodyHandlers.ofString(), PATIENCE));
    }

    /** Sends a form as a browser does, and stays where it is told to go on. */
    void submit(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        HttpResponse<String> response = send(request, BodyHandlers.ofString(), PATIENCE);
        if (response.statusCode() >= 400) {
            throw Problems.failure(response);
        }
    }

    /** Asks, in a new conversation, and has the answer read as it comes. */
    Answer ask(String message, AnswerReader reader) {
        BodyHandler<String> streaming = response -> response.statusCode() == 200
                ? BodySubscribers.fromLineSubscriber(reader, read -> "{}", StandardCharsets.UTF_8, null)
                : BodySubscribers.ofString(StandardCharsets.UTF_8);
        HttpRequest.Builder request =
                posting("/api/intelligence/chat", Map.of("message", message)).header("Accept", "text/event-stream");
        successful(send(request, streaming, PATIENCE_WITH_MODELS));
        return reader.answer();
    }

    private HttpRequest.Builder posting(String path, Map<String, String> body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("X-Correlation-ID", correlationId);
        return accessToken == null ? request : request.header("Authorization", "Bearer " + accessToken);
    }

    private static JsonNode successful(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw Problems.failure(response);
        }
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException notJson) {
            throw Problems.failure(response);
        }
    }

    /** Sends; slows down when the product asks to, as it does when somebody looks again and again. */
    private <T> HttpResponse<T> send(HttpRequest.Builder builder, BodyHandler<T> handler, Duration patience) {
        HttpRequest request = builder.build();
        HttpResponse<T> response = sendOnce(request, handler, patience);
        long wait = response.headers().firstValueAsLong("Retry-After").orElse(0);
        if (response.statusCode() != 429 || wait > LONGEST_WAIT.toSeconds()) {
            return response;
        }
        try {
            Thread.sleep(Duration.ofSeconds(wait));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The tour was interrupted.", "");
        }
        return sendOnce(request, handler, patience);
    }

    private <T> HttpResponse<T> sendOnce(HttpRequest request, BodyHandler<T> handler, Duration patience) {
        CompletableFuture<HttpResponse<T>> response = http.sendAsync(request, handler);
        String call = request.method() + " " + request.uri().getPath();
        try {
            return response.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new DemoFailure(
                    "%s had no answer within %d seconds.".formatted(call, patience.toSeconds()),
                    "See the logs of the product, and %s/health.".formatted(base));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConnectException || e.getCause() instanceof HttpConnectTimeoutException) {
                throw new DemoFailure(
                        "Nothing answers at %s.".formatted(base),
                        "Start the product in another terminal with ./nova run, or name another address with --url.");
            }
            throw new DemoFailure("%s broke off.".formatted(call), "The product may have been stopped; see its logs.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The tour was interrupted.", "");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
