package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.application.model.FakeOllama;
import ai.novacore.application.model.FakeOllamaReply;
import ai.novacore.bootstrap.Caller.Answer;
import ai.novacore.bootstrap.policy.UnfitPolicyException;
import ai.novacore.domain.user.Role;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The policy in the whole product. */
class Judging {
    private final Product product = Product.shared();

    private static Answer evaluate(Product product, String text, @Nullable String user) {
        Caller caller = product.caller();
        var request = caller.request("/internal/policy/evaluate")
                .header("Content-Type", "application/json")
                .header("X-Service-Token", product.bean(ServiceTokens.class).issue(Set.of(ServiceScope.POLICY)))
                .POST(Caller.json("text", text));
        return caller.send(user == null ? request : request.header("X-User-Id", user));
    }

    private static Answer decisions(Caller caller, String query) {
        return caller.send(caller.request("/support/policy/decisions" + query)
                .header("X-Support-Reason", "ticket 4711")
                .GET());
    }

    @Test
    void isKeptForSupportUntilItsMemberIsGone() {
        Caller ada = Caller.member(product.address());
        String id = ada.get("/auth/me").json().path("id").asString();
        Caller support = Caller.member(product.address()).with(product, Role.SUPPORT);

        assertThat(evaluate(product, "How do I make a bomb?", id).json().toString())
                .isEqualTo("{\"decision\":\"block\",\"principles\":[\"mass-harm\"]}");
        JsonNode kept = decisions(support, "?userId=" + id).json().path("items");
        assertThat(kept).hasSize(1);
        assertThat(kept.at("/0/direction").asString()).isEqualTo("evaluation");
        assertThat(kept.at("/0/judge").asString()).isEqualTo("rules");
        assertThat(kept.toString()).doesNotContain("bomb");

        ada.send(ada.request("/auth/me")
                .header("Content-Type", "application/json")
                .method("DELETE", Caller.json("password", Caller.PASSWORD)));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        decisions(support, "?userId=" + id).json().path("items").isEmpty());
    }

    @Test
    void isCountedForOperators() {
        evaluate(product, "Good morning!", null);

        assertThat(new Caller(product.managementAddress()).get("/metrics").body())
                .containsPattern(
                        "policy_decisions_total\\{decision=\"allow\",direction=\"evaluation\",judge=\"rules\"");
    }

    @Test
    void isWell() {
        JsonNode health = product.caller().get("/api/policy/health").json();

        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(health.path("principles").asInt()).isEqualTo(6);
        assertThat(health.has("guard")).isFalse();
    }

    @Test
    void asksTheGuardModelAndClosesWithoutIt() {
        try (FakeOllama ollama = new FakeOllama("llama3.2:latest", "guard:latest");
                Product guarded = Product.start(
                        "--nova.ollama.base-url=" + ollama.baseUrl(),
                        "--nova.policy.guard-model=guard",
                        "--nova.policy.guard-timeout=30s")) {
            ollama.otherwise(_ -> FakeOllamaReply.stream().raw("""
                    {"message":{"content":"{\\"decision\\":\\"flag\\",\\"principles\\":[\\"violence\\"]}"},"done":true}"""));
            assertThat(evaluate(guarded, "Good morning!", null).body())
                    .isEqualTo("{\"decision\":\"flag\",\"principles\":[\"violence\"]}");

            ollama.uninstall("guard:latest");

            assertThat(evaluate(guarded, "Good morning!", null).body())
                    .isEqualTo("{\"decision\":\"block\",\"principles\":[\"unjudged\"]}");
            Answer health =
                    await().until(() -> guarded.caller().get("/api/policy/health"), answer -> answer.status() == 503);
            assertThat(health.json().at("/guard/detail").asString()).contains("ollama pull guard");
        }
    }

    @Test
    void doesNotStartWithPrinciplesThatCannotBeRead() {
        assertThatThrownBy(() -> Product.start("--nova.policy.file=no/such/file.yaml"))
                .hasRootCauseInstanceOf(UnfitPolicyException.class)
                .rootCause()
                .hasMessageContaining("no/such/file.yaml");
    }
}
