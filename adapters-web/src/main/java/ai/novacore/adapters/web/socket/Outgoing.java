package ai.novacore.adapters.web.socket;

import ai.novacore.adapters.web.problem.Problem;
import ai.novacore.adapters.web.security.SocketTokens;
import ai.novacore.application.shared.Correlation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a client is told: the objects of the event stream, with their type and the request that they answer. */
final class Outgoing {
    private static final JsonMapper JSON = JsonMapper.shared();

    static final String PONG = "{\"type\":\"pong\"}";

    private Outgoing() {}

    static String of(String type, String requestId, Object data) {
        ObjectNode message = message(type, requestId);
        message.setAll((ObjectNode) JSON.valueToTree(data));
        return JSON.writeValueAsString(message);
    }

    /** A piece of an answer, with the id that it would have in the event stream. */
    static String numbered(String type, String requestId, long id, Object data) {
        ObjectNode message = message(type, requestId).put("id", Long.toString(id));
        message.setAll((ObjectNode) JSON.valueToTree(data));
        return JSON.writeValueAsString(message);
    }

    /** A problem document, whose {@code type} gives way to that of the message; its code says as much. */
    static String error(@Nullable String requestId, Problem problem) {
        ObjectNode message = message("error", requestId);
        ObjectNode document = JSON.valueToTree(problem.body());
        document.remove("type");
        message.setAll(document);
        String wait = problem.headers().get(HttpHeaders.RETRY_AFTER);
        if (wait != null) {
            message.put("retryAfter", Long.parseLong(wait));
        }
        message.put("instance", SocketTokens.PATH);
        message.put("correlationId", Correlation.current().id());
        return JSON.writeValueAsString(message);
    }

    private static ObjectNode message(String type, @Nullable String requestId) {
        ObjectNode message = JSON.createObjectNode().put("type", type);
        return requestId == null ? message : message.put("requestId", requestId);
    }
}
