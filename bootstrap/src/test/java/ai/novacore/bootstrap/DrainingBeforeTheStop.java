package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.bootstrap.health.Draining;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DrainingBeforeTheStop {

    @Test
    void turnsBalancersAwayWhileAllIsServed() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            Product product = Product.startOn(database, "--nova.stand-in.pace=20ms", "--nova.stopping.notice=5m");
            Caller ada = Caller.member(product.address());
            Draining draining = product.bean(Draining.class);
            assertThat(ada.get("/health/ready").status()).isEqualTo(200);
            Iterator<String> events = EndingWithTheSession.stream(ada);
            assertThat(events.hasNext()).isTrue();

            CompletableFuture<Void> stopping = CompletableFuture.runAsync(product::close);

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(ada.get("/health/ready").status()).isEqualTo(503));
            assertThat(ada.get("/health/ready").body()).contains("\"accepting\":{\"status\":\"DOWN\"");
            assertThat(ada.get("/health").status()).isEqualTo(503);
            assertThat(ada.get("/health/live").status()).isEqualTo(200);
            assertThat(ada.get("/api/usage/quota").status()).isEqualTo(200);
            List<String> rest = new ArrayList<>();
            events.forEachRemaining(rest::add);
            assertThat(String.join("", rest)).contains("\"finishReason\":\"stop\"");

            draining.end();
            stopping.get(60, TimeUnit.SECONDS);
        }
    }
}
