package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.novacore.application.axon.Backbone;
import ai.novacore.application.model.FakeOllama;
import ai.novacore.application.model.FakeOllamaReply;
import ai.novacore.bootstrap.database.DataFolder;
import ai.novacore.bootstrap.demo.Demo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTheProduct {

    @Test
    void showsItselfInTheTour() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();

        int exit = Demo.run(Product.shared().address(), new PrintStream(output, true, StandardCharsets.UTF_8));

        assertThat(exit).as(output.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("registered", "reserved", "settled");
    }

    @Test
    void keepsEverythingInPostgres() {
        Backbone backbone = Product.shared().bean(Backbone.class);

        assertThat(backbone.storesInUse())
                .contains(JdbcTokenStore.class, JdbcSagaStore.class, JdbcSequencedDeadLetterQueue.class)
                .allSatisfy(store -> assertThat(store.getName()).doesNotContainIgnoringCase("InMemory"));
    }

    @Test
    void tellsHowItIs() {
        Caller nobody = Product.shared().caller();
        assertThat(nobody.get("/health").json().path("status").asString()).isEqualTo("UP");
        assertThat(nobody.get("/metrics").status()).isNotEqualTo(200);

        Caller.member(Product.shared().address()).ask("Hello");
        String metrics =
                new Caller(Product.shared().managementAddress()).get("/metrics").body();
        assertThat(metrics)
                .contains(
                        "chat_messages_total{",
                        "chat_tokens_total{",
                        "chat_latency_seconds_bucket{",
                        "ollama_latency_seconds_bucket{",
                        "memory_context_size_bytes",
                        "gateway_requests_total{",
                        "gateway_latency_seconds_bucket{",
                        "event_processor_lag_seconds{",
                        "dead_letters{");
    }

    @Test
    void saysPlainlyThatItRunsAlready(@TempDir Path folder) {
        try (DataFolder taken = DataFolder.take(folder)) {
            assertThatThrownBy(() -> DataFolder.take(taken.path()))
                    .isInstanceOf(DataFolder.InUseException.class)
                    .hasMessageContaining("is in use");
        }
    }

    @Test
    void talksToOllamaAsToItsOwnStandIn() {
        try (FakeOllama ollama = new FakeOllama("llama3.2");
                Product product = Product.start("--nova.ollama.base-url=" + ollama.baseUrl())) {
            Caller ada = Caller.member(product.address());
            assertThat(ada.ask("Good morning").json().path("reply").asString()).contains("Good morning");
            assertThat(ada.ask("What did I say?").json().path("memoriesUsed")).isNotEmpty();

            ollama.next(FakeOllamaReply.stream().token("half an").cut());
            assertThat(ada.ask("Break off").json().path("code").asString()).isEqualTo("model_failed");
            ollama.uninstall("llama3.2");
            assertThat(product.caller().get("/health").status()).isEqualTo(200);
            await().untilAsserted(() -> {
                Caller.Answer health = product.caller().get("/api/intelligence/health");
                assertThat(health.status()).isEqualTo(503);
                assertThat(health.response().body()).contains("ollama pull llama3.2");
            });
            assertThat(ada.ask("Nobody there").json().path("code").asString()).isEqualTo("model_not_found");
            assertThat(DoingTheMainJob.resource(ada, "tokens").path("reserved").asLong())
                    .isZero();
            assertThat(DoingTheMainJob.resource(ada, "messages").path("used").asLong())
                    .isEqualTo(3);
            assertThat(DoingTheMainJob.resource(ada, "tokens").path("used").asLong())
                    .isEqualTo(DoingTheMainJob.settledInLedger(ada));
        }
    }
}
