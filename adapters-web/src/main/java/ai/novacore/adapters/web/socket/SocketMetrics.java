package ai.novacore.adapters.web.socket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/** Counts what comes in, and how connections end. A client can send any code; only the known ones become labels. */
@Component
final class SocketMetrics {
    private static final String INVALID = "invalid";
    private static final String OTHER = "other";
    private static final Set<Integer> KNOWN = Set.of(1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1011, 4401);

    private final MeterRegistry meters;

    SocketMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (String type : List.of("chat", "resume", "cancel", "ping", INVALID)) {
            counted(type);
        }
        KNOWN.forEach(code -> ended(Integer.toString(code)));
        ended(OTHER);
    }

    void received(Incoming message) {
        String type = switch (message) {
            case Incoming.Chat _ -> "chat";
            case Incoming.Resume _ -> "resume";
            case Incoming.Cancel _ -> "cancel";
            case Incoming.Ping _ -> "ping";
        };
        counted(type).increment();
    }

    void refused() {
        counted(INVALID).increment();
    }

    private Counter counted(String type) {
        return Counter.builder("websocket.messages")
                .description("messages that came over WebSockets")
                .tags("type", type)
                .register(meters);
    }

    void closed(CloseStatus status) {
        String code = KNOWN.contains(status.getCode()) ? Integer.toString(status.getCode()) : OTHER;
        ended(code).increment();
    }

    private Counter ended(String code) {
        return Counter.builder("websocket.closings")
                .description("WebSockets that ended")
                .tags("code", code)
                .register(meters);
    }
}
