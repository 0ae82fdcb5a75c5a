package ai.novacore.adapters.web.socket;

import ai.novacore.adapters.web.stream.Ending;
import org.springframework.web.socket.CloseStatus;

/** The ways in which the server closes a connection. */
final class Closing {
    static final CloseStatus STOPPING = CloseStatus.GOING_AWAY.withReason("shutting_down");
    static final CloseStatus NOT_TEXT = CloseStatus.NOT_ACCEPTABLE.withReason("text_only");
    static final CloseStatus TOO_BIG = CloseStatus.TOO_BIG_TO_PROCESS.withReason("message_too_big");
    static final CloseStatus TOO_MANY = CloseStatus.POLICY_VIOLATION.withReason("too_many_connections");
    static final CloseStatus TOO_SLOW = CloseStatus.POLICY_VIOLATION.withReason("reader_too_slow");
    static final CloseStatus SILENT = CloseStatus.POLICY_VIOLATION.withReason("ping_timeout");

    private static final int NOT_ALLOWED_ANY_MORE = 4401;

    private Closing() {}

    static CloseStatus of(Ending why) {
        return new CloseStatus(NOT_ALLOWED_ANY_MORE, why.reason());
    }
}
