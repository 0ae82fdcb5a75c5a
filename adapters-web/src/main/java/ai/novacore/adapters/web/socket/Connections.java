package ai.novacore.adapters.web.socket;

import ai.novacore.adapters.web.stream.StreamSettings;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The WebSockets of this node, by member. */
@Component
final class Connections {
    private final Map<UserId, Set<Connection>> open = new HashMap<>();
    private final int most;
    private volatile int count;

    Connections(StreamSettings settings, MeterRegistry meters) {
        this.most = settings.socketsPerMember();
        Gauge.builder("websocket.connections.active", this, connections -> connections.count)
                .description("open WebSockets")
                .register(meters);
    }

    synchronized boolean isRoomFor(UserId member) {
        return open.getOrDefault(member, Set.of()).size() < most;
    }

    /** Notes a connection, unless its owner has too many. */
    synchronized boolean add(Connection connection) {
        UserId member = connection.member().id();
        if (!isRoomFor(member)) {
            return false;
        }
        if (open.computeIfAbsent(member, m -> new HashSet<>()).add(connection)) {
            count++;
        }
        return true;
    }

    synchronized void remove(Connection connection) {
        UserId member = connection.member().id();
        Set<Connection> theirs = open.get(member);
        if (theirs != null && theirs.remove(connection)) {
            count--;
            if (theirs.isEmpty()) {
                open.remove(member);
            }
        }
    }

    synchronized List<Connection> all() {
        return open.values().stream().flatMap(Set::stream).toList();
    }
}
