package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** /metrics, against the list of DESIGN.md section 10 and what stands beside it in docs. */
class MeasuringTheProduct {
    private static final Instant BACKUP = Instant.parse("2026-11-22T03:00:41Z");

    @TempDir
    private static Path folder;

    private static Product product;
    private static Exposition atFirst;

    @BeforeAll
    static void start() throws Exception {
        Path status = Files.writeString(folder.resolve("backup"), BACKUP + "\n");
        product = Product.start("--nova.backup.status-file=" + status);
        await().until(() -> !Exposition.of(product)
                .series("backup_last_success_timestamp_seconds")
                .isEmpty());
        atFirst = Exposition.of(product);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "chat_messages_total, counter, model user_tier",
                "chat_tokens_total, counter, direction user_tier",
                "chat_latency_seconds, histogram, -",
                "ollama_latency_seconds, histogram, -",
                "memory_context_size_bytes, histogram, -",
                "quota_exceeded_total, counter, resource_type",
                "memory_storage_total, counter, tier",
                "memory_search_total, counter, -",
                "memory_search_latency_seconds, histogram, -",
                "vector_embedding_latency_seconds, histogram, -",
                "memory_tier_distribution, gauge, tier",
                "gateway_requests_total, counter, method route status",
                "gateway_latency_seconds, histogram, route",
                "rate_limit_exceeded_total, counter, user_tier",
                "websocket_connections_active, gauge, -",
                "service_token_generation_total, counter, -",
                "auth_login_total, counter, success",
                "auth_registration_total, counter, -",
                "auth_token_refresh_total, counter, -",
                "subscription_changes_total, counter, from_tier to_tier",
                "stripe_webhook_total, counter, event_type success",
                "event_processor_lag_seconds, gauge, processor",
                "dead_letters, gauge, processor",
                "saga_active, gauge, saga",
                "mail_sent_total, counter, outcome template",
                "mail_parked, gauge, -",
                "quota_mismatch, gauge, -",
                "backup_last_success_timestamp_seconds, gauge, -",
                "gateway_requests_active, gauge, -",
                "http_client_requests_seconds, histogram, client error operation outcome",
                "scheduler_overdue, gauge, -",
                "dbscheduler_task_completions_total, counter, result task",
                "webhook_inbox_pending, gauge, -",
                "webhook_inbox_parked, gauge, -",
                "webhook_inbox_oldest_seconds, gauge, -",
                "webhook_inbox_latency_seconds, histogram, -",
                "stripe_circuit_breaker, gauge, state",
                "policy_decisions_total, counter, decision direction judge",
                "hikaricp_connections_pending, gauge, pool",
                "disk_free_bytes, gauge, path",
                "jvm_memory_used_bytes, gauge, area id",
                "process_cpu_usage, gauge, -",
            })
    void isThereBeforeAnythingHappens(String metric, String type, String labels) {
        assertThat(atFirst.type(metric)).isEqualTo(type);
        assertThat(atFirst.help(metric)).isNotBlank();
        String name = type.equals("histogram") ? metric + "_bucket" : metric;
        assertThat(atFirst.labels(name))
                .containsExactly(labels == null ? Set.of() : new TreeSet<>(Set.of(labels.split(" ", -1))));
    }

    @ParameterizedTest
    @CsvSource({
        "chat_tokens_total, user_tier, basic free pro",
        "chat_tokens_total, direction, input output",
        "chat_messages_total, user_tier, basic free pro",
        "quota_exceeded_total, resource_type, memories messages tokens",
        "memory_storage_total, tier, ITM LTM STM",
        "memory_tier_distribution, tier, ITM LTM STM",
        "rate_limit_exceeded_total, user_tier, basic free none pro",
        "auth_login_total, success, false true",
        "subscription_changes_total, from_tier, basic free pro",
        "mail_sent_total, outcome, failed sent",
        "dbscheduler_task_completions_total, result, failed ok",
    })
    void countsFromZero(String metric, String label, String values) {
        assertThat(atFirst.values(metric, label)).containsExactly(values.split(" ", -1));
        if (metric.endsWith("_total") && !metric.startsWith("dbscheduler")) {
            assertThat(atFirst.sum(metric)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "chat_latency_seconds, 0.1, 120.0, 12",
        "ollama_latency_seconds, 0.1, 120.0, 12",
        "gateway_latency_seconds, 0.005, 10.0, 12",
        "memory_search_latency_seconds, 0.001, 1.0, 11",
        "vector_embedding_latency_seconds, 0.001, 1.0, 11",
    })
    void hasBucketsThatFit(String metric, String first, String last, int count) {
        Set<String> bounds = atFirst.values(metric + "_bucket", "le");

        assertThat(bounds).contains(first, last, "+Inf").hasSize(count);
    }

    @Test
    void countsWhatHappens() {
        Caller ada = Caller.member(product.address());
        ada.ask("The ferry leaves at noon.");
        ada.get("/api/memory/search?q=ferry");

        await().untilAsserted(() -> {
            Exposition now = Exposition.of(product);
            assertThat(now.sum("chat_messages_total", "user_tier", "free")).isPositive();
            assertThat(now.sum("memory_search_total")).isGreaterThanOrEqualTo(2);
            assertThat(now.sum("memory_storage_total", "tier", "STM")).isPositive();
            assertThat(now.sum("vector_embedding_latency_seconds_count")).isPositive();
            assertThat(now.sum("mail_sent_total", "template", "verify_email", "outcome", "sent"))
                    .isPositive();
            assertThat(now.sum("gateway_requests_total", "route", "/api/intelligence/chat", "status", "200"))
                    .isPositive();
        });
        assertThat(atFirst.sum("backup_last_success_timestamp_seconds")).isEqualTo((double) BACKUP.getEpochSecond());
    }

    @Test
    void makesNoLabelsOfWhatStrangersSend() {
        Caller ada = Caller.member(product.address());
        for (int i = 0; i < 3; i++) {
            ada.post("/api/intelligence/chat", Caller.text("message", "Hello", "model", "evil-" + i));
            ada.get("/evil/path-" + i);
            ada.get("/api/memory/memories/mem_evil" + i);
            ada.send(ada.request("/health").method("EVIL" + i, BodyPublishers.noBody()));
            ada.post("/billing/webhook", "{\"type\":\"evil.type-" + i + "\"}");
        }

        await().untilAsserted(() -> assertThat(Exposition.of(product).sum("gateway_requests_total", "method", "other"))
                .isGreaterThanOrEqualTo(3));
        String all = new Caller(product.managementAddress()).get("/metrics").body();
        assertThat(all).doesNotContain("evil").doesNotContain("EVIL");
        assertThat(Exposition.of(product).values("gateway_requests_total", "route"))
                .contains("/api/memory/memories/{id}", "none");
    }
}
