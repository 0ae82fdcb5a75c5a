package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.axon.Backbone;
import ai.novacore.application.model.FakeOllama;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each part is broken for real, and only it is told to be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TellingPartsApart {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CONNECTIONS = 8;

    private final FakeOllama ollama = new FakeOllama("llama3.2");
    private final TestDatabase database = TestDatabase.fresh();
    private final Product product = Product.startOn(
            database,
            "--nova.ollama.base-url=" + ollama.baseUrl(),
            "--spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS,
            "--nova.stripe.secret-key=sk_test_4eC39HqLyjWDarjtT1zdp7dc",
            "--nova.stripe.webhook-secret=whsec_5f8Wq0ZJtYkRz2vN7xPbL3cM",
            "--nova.stripe.prices.basic=price_basic",
            "--nova.stripe.prices.pro=price_pro",
            "--nova.stripe.api-base=http://127.0.0.1:1");

    @AfterAll
    void stop() {
        product.close();
        database.close();
        ollama.close();
    }

    @Test
    void namesAllOfThem() {
        down();
        Set<String> names = new TreeSet<>();
        health("/health").json().path("components").propertyNames().forEach(names::add);

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "accepting",
                        "database",
                        "migrations",
                        "eventStore",
                        "pool",
                        "eventProcessors",
                        "chatModel",
                        "mail",
                        "stripe",
                        "disk");
    }

    @Test
    void noticesAFailedMigration() {
        down();
        mark(false);
        try {
            down("migrations");
            assertThat(health("/health").status()).isEqualTo(503);
            assertThat(health("/health/ready").status()).isEqualTo(503);
            assertThat(health("/health/live").status()).isEqualTo(200);
        } finally {
            mark(true);
        }
        down();
    }

    private void mark(boolean success) {
        database.execute("""
                update flyway_schema_history set success = %s
                where installed_rank = (select max(installed_rank) from flyway_schema_history)""".formatted(success));
    }

    @Test
    void noticesAnEventStoreThatIsGone() {
        down();
        database.execute("alter table eventstore.event rename to event_elsewhere");
        try {
            down("eventStore");
            assertThat(health("/health/ready").status()).isEqualTo(503);
        } finally {
            database.execute("alter table eventstore.event_elsewhere rename to event");
        }
        down();
    }

    @Test
    void noticesAProcessorThatHasStopped() {
        down();
        EventProcessor processor =
                Objects.requireNonNull(product.bean(Backbone.class).processors().get("quota-usage"));
        processor.shutDown();
        try {
            down("eventProcessors");
            assertThat(health("/health").body()).contains("\"detail\":\"quota-usage\"");
            assertThat(health("/health/ready").status()).isEqualTo(503);
            assertThat(health("/api/memory/health").status()).isEqualTo(503);
        } finally {
            processor.start();
        }
        down();
    }

    @Test
    void goesOnWithoutTheModel() {
        down();
        ollama.uninstall("llama3.2");
        try {
            down("chatModel");
            goesOn();
            assertThat(health("/api/intelligence/health").status()).isEqualTo(503);
        } finally {
            ollama.install("llama3.2");
        }
        down();
    }

    @Test
    void goesOnWithoutStripe() {
        down();
        PaymentGateway stripe = product.bean(PaymentGateway.class);
        await().atMost(PATIENCE).until(() -> {
            assertThat(catchThrowable(() -> stripe.subscriptionsOf("cus_1"))).isNotNull();
            return tell().contains("stripe");
        });

        assertThat(tell()).containsExactly("stripe");
        goesOn();
    }

    @Test
    void tellsOfAPoolThatIsUsedUp() throws InterruptedException {
        down();
        DataSource pool = product.bean(DataSource.class);
        CountDownLatch enough = new CountDownLatch(1);
        for (int i = 0; i < 3 * CONNECTIONS; i++) {
            Thread.ofVirtual().start(() -> take(pool, enough));
        }
        try {
            down("pool");
            goesOn();
        } finally {
            enough.countDown();
        }
        down();
    }

    private static void take(DataSource pool, CountDownLatch enough) {
        try (Connection _ = pool.getConnection()) {
            enough.await();
        } catch (SQLException e) {
            // The pool has been used up for too long: another one has it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void goesOn() {
        assertThat(health("/health").status()).isEqualTo(200);
        assertThat(health("/health/ready").status()).isEqualTo(200);
    }

    /** Waits until these are down, and no others. Stripe may still recover from the test before. */
    private void down(String... names) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tell()).containsExactlyInAnyOrder(names));
    }

    private Set<String> tell() {
        Set<String> down = new TreeSet<>();
        health("/health").json().path("components").forEachEntry((name, part) -> {
            if (!part.path("status").asString().equals("UP")) {
                down.add(name);
            }
        });
        return down;
    }

    private Caller.Answer health(String path) {
        return product.caller().get(path);
    }
}
