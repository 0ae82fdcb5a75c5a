package ai.novacore.application.conversation.port.out;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Which nodes are alive, by leases that they renew. */
public interface NodeRegistry {
    /** Says that {@code node} is alive at {@code now}, and will be for {@code lease}. */
    void renew(String node, Instant now, Duration lease);

    /** The nodes whose lease has not run out. */
    Set<String> alive(Instant now);

    /** Ends all leases; for a node that knows that it is the only one. */
    void clear();
}
