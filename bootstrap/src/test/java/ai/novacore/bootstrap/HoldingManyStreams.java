package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.application.conversation.RunningTurns;
import ai.novacore.application.shared.port.out.ReadModels;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Failure case 18: whoever only reads holds neither a connection of the pool nor memory that does not come back. */
class HoldingManyStreams {
    private static final int EACH = System.getProperty("nova.long") != null ? 500 : 40;
    private static final int MEMBERS = 5;

    /** One to hear from other nodes that there are new events, and one to tell them. */
    private static final int SIGNALS = 2;

    private static final long NOISE_BYTES = 3_000_000;

    /** What only warms up is done with it by then; what is never given back takes more in every round. */
    private static final int MOST_ROUNDS = 5;

    @Test
    void keepsThePoolAtRestAndTheHeapFlat() throws Exception {
        // Slow enough to be under way all the time, quick enough to notice soon that its reader is gone.
        try (Product product = Product.start(
                "--nova.stand-in.pace=2s",
                "--nova.streams.sockets-per-member=1000",
                "--nova.tiers.free.messages-per-day=1000000",
                "--nova.tiers.free.tokens-per-day=1000000000",
                "--nova.tiers.free.requests-per-minute=1000000",
                "--nova.tiers.free.burst=1000000")) {
            List<Caller> members = new ArrayList<>();
            for (int i = 0; i < MEMBERS; i++) {
                members.add(Caller.member(product.address()));
            }
            long before = round(product, members);
            long kept = Long.MAX_VALUE;
            for (int round = 0; round < MOST_ROUNDS && kept > NOISE_BYTES; round++) {
                long after = round(product, members);
                kept = after - before;
                before = after;
            }

            assertThat(kept).as("bytes that did not come back").isLessThanOrEqualTo(NOISE_BYTES);
        }
    }

    /** Opens and closes all; what is left on the heap then. */
    private static long round(Product product, List<Caller> members) throws SQLException {
        HikariDataSource pool = product.bean(DataSource.class).unwrap(HikariDataSource.class);
        awaitRest(pool);
        int port = product.address().getPort();
        List<HeldStream> open = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            String token = members.get(i % MEMBERS).token();
            open.add(HeldStream.socket(port, token));
            open.add(HeldStream.answer(port, token));
        }
        RunningTurns turns = product.bean(RunningTurns.class);
        assertThat(sockets(product)).isEqualTo(EACH);
        assertThat(turns.count()).isEqualTo(EACH);

        assertThat(2 * EACH).isGreaterThan(3 * pool.getMaximumPoolSize());
        awaitRest(pool);
        members.getFirst().logIn(members.getFirst().email());

        open.forEach(HeldStream::close);
        await().atMost(Duration.ofSeconds(60)).until(() -> sockets(product) == 0 && turns.count() == 0);
        assertThat(product.bean(ReadModels.class).awaitLatest(Duration.ofSeconds(60)))
                .isTrue();
        awaitRest(pool);
        return usedHeap();
    }

    private static void awaitRest(HikariDataSource pool) {
        await().until(() -> pool.getHikariPoolMXBean().getActiveConnections() == SIGNALS);
    }

    private static int sockets(Product product) {
        return (int) product.bean(MeterRegistry.class)
                .get("websocket.connections.active")
                .gauge()
                .value();
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
