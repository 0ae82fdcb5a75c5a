package ai.novacore.adapters.web.socket;

import ai.novacore.adapters.web.stream.StreamSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds out about connections whose other side is gone without a word, and keeps proxies from closing quiet ones. */
@Component
final class Heartbeat {
    private final Connections connections;
    private final Duration patience;
    private final Clock clock;

    Heartbeat(Connections connections, StreamSettings settings, Clock clock) {
        this.connections = connections;
        this.patience = settings.pingAfter();
        this.clock = clock;
    }

    @Scheduled(fixedRate = 5_000)
    void beat() {
        Instant now = clock.instant();
        connections.all().forEach(connection -> connection.beat(now, patience));
    }
}
