package ai.novacore.adapters.web.socket;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/** Counts what comes in, and how connections end. A client can send any code; only the known ones become labels. */
@Component
final class SocketMetrics {
    private static final Set<Integer> KNOWN = Set.of(1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1011, 4401);

    private final MeterRegistry meters;

    SocketMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void received(Incoming message) {
        String type = switch (message) {
            case Incoming.Chat _ -> "chat";
            case Incoming.Resume _ -> "resume";
            case Incoming.Cancel _ -> "cancel";
            case Incoming.Ping _ -> "ping";
        };
        messages(type);
    }

    void refused() {
        messages("invalid");
    }

    private void messages(String type) {
        meters.counter("websocket.messages", "type", type).increment();
    }

    void closed(CloseStatus status) {
        String code = KNOWN.contains(status.getCode()) ? Integer.toString(status.getCode()) : "other";
        meters.counter("websocket.closings", "code", code).increment();
    }
}
