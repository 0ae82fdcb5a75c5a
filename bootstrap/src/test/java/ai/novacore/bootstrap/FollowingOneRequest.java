package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.model.FakeOllama;
import ai.novacore.bootstrap.demo.Demo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One correlation id, from a question through every line, event, mail and call that it caused. */
class FollowingOneRequest {
    private static final String ID = "followed-from-end-to-end";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void findsAllThatItCaused() {
        try (CapturedLogs logs = new CapturedLogs();
                FakeOllama ollama = new FakeOllama("llama3.2");
                TestDatabase database = TestDatabase.fresh();
                Product product = Product.startOn(
                        database,
                        "--nova.ollama.base-url=" + ollama.baseUrl(),
                        "--nova.tiers.free.messages-per-day=1",
                        CapturedLogs.DETAILED)) {
            Caller ada = Caller.member(product.address());
            String member = ada.get("/auth/me").json().path("id").asString();

            Caller.Answer answer = ada.send(ada.request("/api/intelligence/chat")
                    .header("Content-Type", "application/json")
                    .header("X-Correlation-ID", ID)
                    .POST(BodyPublishers.ofString("{\"message\":\"The ferry leaves at noon.\"}")));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("X-Correlation-ID")).isEqualTo(ID);

            await().untilAsserted(() -> assertThat(events(product, ID))
                    .contains(
                            "quota.usage-reserved",
                            "conversation.turn-started",
                            "quota.usage-settled",
                            "quota.warned",
                            "memory.stored"));
            await().untilAsserted(() -> assertThat(lines(product))
                    .as("the mail that the warning became")
                    .anyMatch(line -> line.path("message").asString().equals("A mail is handed over")
                            && line.path("context").path("template").asString().equals("quota_used_up")
                            && line.path("user_id").asString().equals(member)));
            assertThat(lines(product))
                    .as("no line of the turn is without its member")
                    .allMatch(line -> line.path("user_id").asString("").equals(member)
                            || line.path("logger").asString().contains("web"));
            assertThat(ollama.asked("/api/chat"))
                    .isNotEmpty()
                    .allMatch(asked -> asked.headers().entrySet().stream()
                            .anyMatch(header -> header.getKey().equalsIgnoreCase("X-Correlation-ID")
                                    && header.getValue().equals(ID)));
            assertThat(logs.printed()).doesNotContain("ferry");
        }
    }

    /** What Stripe says comes with several requests at once, or late, so that none of them can give it its name. */
    @Test
    void followsAWebhookByStripesOwnName() {
        try (CapturedLogs _ = new CapturedLogs();
                TestDatabase database = TestDatabase.fresh();
                Product product = Product.startOn(database)) {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            assertThat(Demo.run(product.address(), new PrintStream(output, true, StandardCharsets.UTF_8)))
                    .as(output.toString(StandardCharsets.UTF_8))
                    .isZero();

            Set<String> stored = CapturedLogs.lines(product.data()).stream()
                    .map(JSON::readTree)
                    .map(line -> line.path("context").path("stripe_event").asString(""))
                    .filter(event -> !event.isEmpty())
                    .collect(Collectors.toSet());
            assertThat(stored).anySatisfy(event -> {
                assertThat(event).startsWith("evt_");
                assertThat(events(product, event)).contains("subscription.tier-changed");
            });
        }
    }

    private static Set<String> events(Product product, String correlation) {
        Set<String> types = new TreeSet<>();
        product.caller()
                .get("/dev/events?correlationId=" + correlation)
                .json()
                .path("items")
                .forEach(event -> types.add(event.path("type").asString().replaceFirst("/.*", "")));
        return types;
    }

    private static List<JsonNode> lines(Product product) {
        return CapturedLogs.lines(product.data()).stream()
                .map(JSON::readTree)
                .filter(line -> line.path("correlation_id").asString("").equals(ID))
                .toList();
    }
}
