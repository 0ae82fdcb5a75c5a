package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.shared.OutgoingCall;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** HTTP as Ollama speaks it: its addresses, its statuses, and replies that are one JSON document. */
final class OllamaHttp {
    static final JsonMapper JSON = JsonMapper.builder().build();

    /** Far above any honest reply that comes in one piece. */
    private static final int LONGEST_REPLY = 16 << 20;

    private static final String CLIENT = "ollama";
    private static final Set<String> OPERATIONS = Set.of("chat", "generate", "embed", "tags", "show");
    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final HttpClient client;
    private final String base;
    private final ObservationRegistry observations;

    OllamaHttp(OllamaSettings settings) {
        base = settings.baseUrl().toString().replaceFirst("/+$", "");
        observations = settings.observations();
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** A {@code POST} of the document, or a {@code GET} without one. */
    OllamaExchange send(String path, @Nullable ObjectNode document, Duration idle, Duration total) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (document != null) {
            request.header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(document)));
        }
        String correlationId = MDC.get("correlation_id");
        if (correlationId != null && CORRELATION_ID.matcher(correlationId).matches()) {
            request.header("X-Correlation-ID", correlationId);
        }
        OutgoingCall call = OutgoingCall.begin(observations, CLIENT, operation(path), request::setHeader);
        return new OllamaExchange(client, request.build(), idle, total, call);
    }

    private static String operation(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return OPERATIONS.contains(last) ? last : "other";
    }

    /** The whole reply, within the time. */
    JsonNode call(String path, @Nullable ObjectNode document, Duration within) {
        try (OllamaExchange exchange = send(path, document, within, within)) {
            int status = exchange.status();
            byte[] reply = exchange.readAll(LONGEST_REPLY, within);
            if (status != 200) {
                String model = document == null ? "" : document.path("model").asString("");
                throw OllamaRefusal.of(status, model, reply);
            }
            return parse(reply);
        }
    }

    static JsonNode parse(byte[] json) {
        try {
            // Not from the bytes: one that is no UTF-8 becomes U+FFFD and does not cost the answer.
            JsonNode document = JSON.readTree(new String(json, StandardCharsets.UTF_8));
            if (document.isObject()) {
                return document;
            }
        } catch (JacksonException e) {
            // The parser's message quotes what it read, which may be text of a member, so it goes no further.
        }
        throw new ModelFailure(Kind.FAILED, "Ollama said something that is no JSON object");
    }
}
