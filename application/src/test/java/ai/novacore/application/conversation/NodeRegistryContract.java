package ai.novacore.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.conversation.port.out.NodeRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link NodeRegistry} promises. */
public abstract class NodeRegistryContract {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** An empty one; the same one throughout a test. */
    protected abstract NodeRegistry registry();

    @Test
    void namesNodesUntilTheirLeaseRunsOut() {
        registry().renew("one", NOW, LEASE);
        registry().renew("two", NOW.plusSeconds(10), LEASE);

        assertThat(registry().alive(NOW.plusSeconds(29))).containsExactlyInAnyOrder("one", "two");
        assertThat(registry().alive(NOW.plusSeconds(30))).containsExactly("two");
        assertThat(registry().alive(NOW.plusSeconds(40))).isEmpty();
    }

    @Test
    void extendsALease() {
        registry().renew("one", NOW, LEASE);
        registry().renew("one", NOW.plusSeconds(20), LEASE);

        assertThat(registry().alive(NOW.plusSeconds(45))).containsExactly("one");
    }

    @Test
    void endsAllLeases() {
        registry().renew("one", NOW, LEASE);
        assertThat(registry().alive(NOW)).containsExactly("one");
        registry().clear();

        assertThat(registry().alive(NOW)).isEmpty();
    }
}
