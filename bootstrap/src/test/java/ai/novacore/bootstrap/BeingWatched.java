package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.bootstrap.observability.Dashboard.Query;
import ai.novacore.bootstrap.observability.Expressions;
import ai.novacore.bootstrap.observability.Receiver.Told;
import ai.novacore.bootstrap.observability.Runbook;
import ai.novacore.bootstrap.observability.Tool;
import ai.novacore.bootstrap.observability.Tool.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The product as those see it who watch it, with the programs and the files that they watch it with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BeingWatched {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private WatchedNode node;

    @BeforeAll
    void useIt() throws InterruptedException {
        Tool.need(Tool.PROMETHEUS, Tool.PROMTOOL, Tool.ALERTMANAGER, Tool.NODE_EXPORTER, Tool.BLACKBOX);
        node = new WatchedNode();
        new Caller(node.address()).register(WatchedNode.BOSS).verify(WatchedNode.BOSS);
        Traffic traffic = new Traffic(node.address(), node.ollama());
        traffic.chat();
        traffic.failOnce();
        traffic.comeAndGo();
        traffic.buy();
    }

    @AfterAll
    void stop() {
        if (node != null) {
            node.close();
        }
    }

    /** DESIGN.md, section 10: what people do moves these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat_messages_total{user_tier=\"free\", model=\"llama3.2\"}",
                "chat_tokens_total{direction=\"input\", user_tier=\"free\"}",
                "chat_tokens_total{direction=\"output\", user_tier=\"free\"}",
                "chat_latency_seconds_count",
                "ollama_latency_seconds_count",
                "memory_context_size_bytes_count",
                "quota_exceeded_total{resource_type=\"messages\"}",
                "memory_storage_total{tier=\"STM\"}",
                "memory_search_total",
                "memory_search_latency_seconds_count",
                "vector_embedding_latency_seconds_count",
                "memory_tier_distribution{tier=\"STM\"}",
                "gateway_requests_total{route=\"/auth/me\", method=\"GET\", status=\"200\"}",
                "gateway_latency_seconds_count{route=\"/auth/me\"}",
                "rate_limit_exceeded_total{user_tier=\"basic\"}",
                "auth_login_total{success=\"true\"}",
                "auth_login_total{success=\"false\"}",
                "auth_registration_total",
                "auth_token_refresh_total",
                "subscription_changes_total{from_tier=\"free\", to_tier=\"basic\"}",
                "stripe_webhook_total{success=\"true\"}",
                "stripe_webhook_total{event_type=\"unknown\", success=\"false\"}",
                "backup_last_success_timestamp_seconds",
            })
    void seesWhatPeopleDo(String series) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO).pollInterval(PAUSE)
                .until(() -> node.watch().ask("sum(" + series + ") > 0"), found -> !found.isEmpty());
    }

    /** The same section: these are there, and 0 on a good day. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "websocket_connections_active",
                "service_token_generation_total",
                "event_processor_lag_seconds{processor!=\"\"}",
                "dead_letters{processor!=\"\"}",
                "saga_active{saga!=\"\"}",
                "projection_replay_progress{processor!=\"\"}",
                "chat_latency_seconds_bucket",
                "ollama_latency_seconds_bucket",
                "memory_search_latency_seconds_bucket",
                "vector_embedding_latency_seconds_bucket",
                "gateway_latency_seconds_bucket",
            })
    void hasWhatIsPromised(String series) {
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(PAUSE).until(() -> node.watch().ask(series), found -> !found.isEmpty());
    }

    @Test
    void answersEveryQueryOfDashboardsAndRules() {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO).pollInterval(PAUSE)
                .untilAsserted(() -> assertThat(unanswered()).isEmpty());
    }

    private List<Query> unanswered() {
        return Expressions.all().stream()
                .filter(query -> node.watch().ask(query.expression()).isEmpty())
                .toList();
    }

    @Test
    void watchesAllThatItWasToldTo() {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO).pollInterval(PAUSE)
                .untilAsserted(() -> assertThat(node.watch().ask("up == 1 and on (job, instance) up"))
                        .extracting(series -> series.at("/metric/job").asString(""))
                        .contains("novacore", "novacore-health", "novacore-public", "host", "prometheus")
                        .contains("alertmanager", "blackbox"));
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO).pollInterval(PAUSE)
                .untilAsserted(
                        () -> assertThat(node.watch().ask("probe_success == 1")).hasSize(5));
    }

    /** What promtool has to say is about what frameworks name, not about what we do. */
    @Test
    void namesMetricsAsPrometheusWouldHaveThem(@TempDir Path folder) throws IOException {
        Path exposed = Files.writeString(
                folder.resolve("metrics.txt"),
                new Caller(node.management()).get("/metrics").body());
        Said said = Tool.PROMTOOL.run(exposed, "check", "metrics");

        assertThat(said.words().lines())
                .as("code " + said.code())
                .filteredOn(line -> !line.matches("(jvm|process|system|tomcat|tasks|application|jdbc)_.*"))
                .isEmpty();
    }

    @Test
    void wakesSomebodyWhenTheModelIsGoneAndSaysWhenItIsBack() {
        awaitTold("dead-mans-switch", "Watchdog", "firing");
        node.ollama().refuse();
        try {
            awaitTold("on-call", "ModelUnavailable", "firing");
        } finally {
            node.ollama().acceptAgain();
        }
        awaitTold("on-call", "ModelUnavailable", "resolved");

        assertThat(node.watch().receiver().told())
                .filteredOn(told -> told.alert().equals("ModelUnavailable"))
                .allSatisfy(told -> {
                    assertThat(told.receiver()).isEqualTo("on-call");
                    assertThat(told.summary()).endsWith(" has no model");
                    assertThat(told.runbook()).endsWith("ALERT_RESPONSE.md#modelunavailable");
                });
    }

    static List<Runbook> runbooks() {
        return Runbook.all();
    }

    /** As an operator would, with an account of theirs and into the database of the node. */
    @ParameterizedTest
    @MethodSource("runbooks")
    void isLookedIntoByTheCommandsOfRunbooks(Runbook runbook, @TempDir Path folder) throws Exception {
        Tool.need(Tool.JQ, Tool.CURL, Tool.PSQL);
        runbook.run(
                folder,
                Map.of(
                        "NOVA", node.address().toString(),
                        "METRICS", node.management().toString(),
                        "PROMETHEUS", node.watch().prometheus(),
                        "ALERTMANAGER", node.watch().alertmanager(),
                        "LOG", node.log().toString(),
                        "DATABASE", node.database(),
                        "OPS_EMAIL", WatchedNode.BOSS,
                        "OPS_PASSWORD", Caller.PASSWORD));
    }

    private void awaitTold(String receiver, String alert, String status) {
        Predicate<Told> expected = told -> told.receiver().equals(receiver)
                && told.alert().equals(alert)
                && told.status().equals(status);
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO).pollInterval(PAUSE)
                .untilAsserted(() -> assertThat(node.watch().receiver().told()).anyMatch(expected));
    }
}
