package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
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

    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final Pattern MODEL_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}");

    private final HttpClient client;
    private final String base;

    OllamaHttp(OllamaSettings settings) {
        base = settings.baseUrl().toString().replaceFirst("/+$", "");
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
        return new OllamaExchange(client, request.build(), idle, total);
    }

    /** The whole reply, within the time. */
    JsonNode call(String path, @Nullable ObjectNode document, Duration within) {
        try (OllamaExchange exchange = send(path, document, within, within)) {
            requireOk(
                    exchange.status(),
                    document == null ? "" : document.path("model").asString(""));
            ByteArrayOutputStream reply = new ByteArrayOutputStream();
            for (List<ByteBuffer> bytes = exchange.read(); !bytes.isEmpty(); bytes = exchange.read()) {
                for (ByteBuffer buffer : bytes) {
                    byte[] part = new byte[buffer.remaining()];
                    buffer.get(part);
                    reply.writeBytes(part);
                }
                if (reply.size() > LONGEST_REPLY) {
                    throw new ModelFailure(Kind.FAILED, "Ollama's reply is too long");
                }
            }
            return parse(reply.toByteArray());
        }
    }

    static JsonNode parse(byte[] json) {
        try {
            JsonNode document = JSON.readTree(json);
            if (document.isObject()) {
                return document;
            }
        } catch (JacksonException e) {
            // The parser's message quotes what it read, which may be text of a member, so it goes no further.
        }
        throw new ModelFailure(Kind.FAILED, "Ollama said something that is no JSON object");
    }

    static void requireOk(int status, String model) {
        if (status == 200) {
            return;
        }
        if (status == 404) {
            throw notInstalled(model);
        }
        if (status >= 300 && status < 400) {
            throw new ModelFailure(Kind.FAILED, "Ollama's address redirects elsewhere, which is not followed");
        }
        throw new ModelFailure(Kind.FAILED, "Ollama refused with status " + status + "; its log says why");
    }

    /** Says how to get a model that is not there. */
    static ModelFailure notInstalled(String model) {
        String name = MODEL_NAME.matcher(model).matches() ? model : "<model>";
        return new ModelFailure(Kind.NOT_FOUND, "Ollama does not have the model; to install it: ollama pull " + name);
    }
}
