package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.out.NodeRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Leases in memory. */
public final class InMemoryNodes implements NodeRegistry {
    private final Map<String, Instant> leases = new ConcurrentHashMap<>();

    @Override
    public void renew(String node, Instant now, Duration lease) {
        leases.put(node, now.plus(lease));
    }

    @Override
    public Set<String> alive(Instant now) {
        return leases.entrySet().stream()
                .filter(lease -> lease.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void clear() {
        leases.clear();
    }
}
