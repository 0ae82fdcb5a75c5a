package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.adapters.stripe.StripeSettings;
import ai.novacore.application.model.FakeOllama;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Bean;

/** What one request causes is one trace, across threads, events and calls outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TracingRequests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ID = "traced-from-end-to-end";
    private static final String MESSAGE = "The ferry to Skagen leaves at noon.";

    private static final List<String> OF_A_QUESTION = List.of(
            "http post /api/intelligence/chat",
            "command ReserveUsage",
            "command StartTurn",
            "command SettleUsage",
            "ollama chat",
            "quota-usage UsageReserved",
            "conversation-threads TurnStarted",
            "when-turn-completed-then-remember TurnCompleted",
            "command StoreMemory",
            "quota-mails QuotaWarned",
            "mail quota_used_up");

    private final AtomicInteger sent = new AtomicInteger();
    private final CapturedLogs logs = new CapturedLogs();
    private final HttpServer collector = collector();
    private final FakeOllama ollama = new FakeOllama("llama3.2");
    private final TestDatabase database = TestDatabase.fresh();
    private final Product product = Product.startOn(
            database,
            Kept.class,
            "--nova.ollama.base-url=" + ollama.baseUrl(),
            "--nova.tiers.free.messages-per-day=1",
            "--management.tracing.sampling.probability=1.0",
            "--management.opentelemetry.tracing.export.schedule-delay=100ms",
            "--management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:"
                    + collector.getAddress().getPort() + "/v1/traces");

    /** Keeps spans beside sending them. */
    static class Kept {
        @Bean
        KeptSpans keptSpans() {
            return new KeptSpans();
        }
    }

    static final class KeptSpans implements SpanExporter {
        private final Collection<SpanData> spans = new ConcurrentLinkedQueue<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> more) {
            spans.addAll(more);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    private HttpServer collector() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/traces", exchange -> {
                if (exchange.getRequestBody().readAllBytes().length > 0) {
                    sent.incrementAndGet();
                }
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    void stop() {
        product.close();
        database.close();
        ollama.close();
        collector.stop(0);
        logs.close();
    }

    @Test
    void makesOneTraceOfAQuestion() {
        Caller ada = Caller.member(product.address());
        assertThat(ada.send(ada.request("/api/intelligence/chat")
                                .header("Content-Type", "application/json")
                                .header("X-Correlation-ID", ID)
                                .POST(BodyPublishers.ofString("{\"message\":\"" + MESSAGE + "\"}")))
                        .status())
                .isEqualTo(200);

        // A span is told when it has ended, so its children may come before it.
        List<SpanData> trace = await().atMost(PATIENCE)
                .until(
                        () -> trace(ID),
                        spans -> names(spans).containsAll(OF_A_QUESTION)
                                && orphans(spans).size() == 1);
        Map<String, SpanData> byId = trace.stream().collect(Collectors.toMap(SpanData::getSpanId, span -> span));
        SpanData request = one(trace, "http post /api/intelligence/chat");
        assertThat(request.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(orphans(trace)).as("there is one beginning").containsExactly(request);
        assertThat(parent(byId, one(trace, "command ReserveUsage"))).isEqualTo(request);
        assertThat(parent(byId, one(trace, "ollama chat"))).isEqualTo(request);
        assertThat(one(trace, "ollama chat").getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(parent(byId, one(trace, "quota-usage UsageReserved"))).isEqualTo(one(trace, "command ReserveUsage"));
        assertThat(parent(byId, one(trace, "mail quota_used_up"))).isEqualTo(one(trace, "quota-mails QuotaWarned"));
        assertThat(parent(byId, one(trace, "command StoreMemory")))
                .isEqualTo(one(trace, "when-turn-completed-then-remember TurnCompleted"));
        assertThat(trace).as("statements, below what they are for").anyMatch(TracingRequests::isStatement);
        assertThat(ollama.asked("/api/chat"))
                .allMatch(asked -> asked.headers().entrySet().stream()
                        .anyMatch(header -> header.getKey().equalsIgnoreCase("traceparent")
                                && header.getValue().contains(request.getTraceId())));
        tellsNothingOf(trace, MESSAGE, "Skagen", ada.email(), ada.token());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sent).hasPositiveValue());
    }

    @Test
    void hasStripeInTheTraceOfACheckout() {
        Caller ada = Caller.member(product.address());
        ada.verify(ada.email());
        String id = "traced-to-stripe";

        await().atMost(PATIENCE)
                .until(() -> ada.get("/auth/me").json().path("emailVerified").asBoolean());

        assertThat(ada.send(ada.request("/billing/checkout")
                                .header("Content-Type", "application/json")
                                .header("X-Correlation-ID", id)
                                .POST(BodyPublishers.ofString("{\"tier\":\"pro\"}")))
                        .status())
                .isEqualTo(200);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(names(trace(id))).contains("stripe checkout"));
        tellsNothingOf(
                trace(id),
                ada.email(),
                ada.token(),
                product.bean(StripeSettings.class).secretKey());
    }

    @Test
    void givesTheLogAndTheMetricsItsIds() {
        Caller ada = Caller.member(product.address());
        ada.ask(MESSAGE);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(CapturedLogs.lines(product.data()))
                        .anyMatch(line -> line.contains("A mail is handed over")
                                && line.contains("\"trace_id\":\"")
                                && line.contains("\"span_id\":\"")));
        Caller metrics = new Caller(product.managementAddress());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(metrics.send(metrics.request("/metrics")
                                        .header("Accept", "application/openmetrics-text; version=1.0.0"))
                                .body())
                        .containsPattern("ollama_latency_seconds_bucket\\{.*} .* # \\{.*trace_id=\""));
    }

    @Test
    void doesNotLetStrangersDecide() {
        String wanted = "0af7651916cd43dd8448eb211c80319c";
        Caller nobody = product.caller();

        nobody.send(nobody.request("/health/live")
                .header("baggage", "ferry=Skagen")
                .header("traceparent", "00-" + wanted + "-b7ad6b7169203331-00"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(product.bean(KeptSpans.class).spans)
                        .as("sampled by its id, though the stranger has not sampled it")
                        .anyMatch(span -> span.getTraceId().equals(wanted)));
    }

    private List<SpanData> trace(String correlation) {
        Collection<SpanData> all = product.bean(KeptSpans.class).spans;
        Optional<String> id = all.stream()
                .filter(span -> span.getAttributes().asMap().containsValue(correlation))
                .map(SpanData::getTraceId)
                .findFirst();
        return all.stream()
                .filter(span -> span.getTraceId().equals(id.orElse("")))
                .toList();
    }

    /** Those whose parent is not there. */
    private static List<SpanData> orphans(List<SpanData> trace) {
        Set<String> ids = trace.stream().map(SpanData::getSpanId).collect(Collectors.toSet());
        return trace.stream()
                .filter(span -> !ids.contains(span.getParentSpanId()))
                .toList();
    }

    private static List<String> names(List<SpanData> trace) {
        return trace.stream().map(SpanData::getName).toList();
    }

    private static boolean isStatement(SpanData span) {
        return span.getAttributes().asMap().keySet().stream()
                .map(AttributeKey::getKey)
                .anyMatch(key -> key.startsWith("jdbc.") || key.startsWith("db."));
    }

    private static SpanData one(List<SpanData> trace, String name) {
        Predicate<SpanData> named = span -> span.getName().equals(name);
        return trace.stream()
                .filter(named)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + names(trace)));
    }

    private static SpanData parent(Map<String, SpanData> trace, SpanData span) {
        SpanData parent = trace.get(span.getParentSpanId());
        if (parent == null) {
            throw new AssertionError(span.getName() + " has no parent");
        }
        return parent;
    }

    private static void tellsNothingOf(List<SpanData> trace, String... secrets) {
        assertThat(trace)
                .isNotEmpty()
                .allSatisfy(span -> assertThat(span.toString()).doesNotContain(secrets));
    }
}
