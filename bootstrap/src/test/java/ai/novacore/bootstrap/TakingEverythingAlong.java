package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.bootstrap.Caller.Answer;
import ai.novacore.domain.user.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One file with everything that the product holds about a member, and with nothing of anybody else. */
class TakingEverythingAlong {
    private final Product product = Product.shared();
    private final Caller ada = Caller.member(product.address());

    @Test
    void hasAllThatIsTheirs() {
        Caller ben = Caller.member(product.address());
        ben.ask("The code of my bicycle lock is 4711-0815.");
        JsonNode first = ada.ask("I keep bees on the roof.").json();
        String conversation = first.path("conversationId").asString();
        JsonNode anew = ada.post(
                        "/api/intelligence/chat",
                        Caller.text(
                                "message",
                                "I keep doves on the roof.",
                                "conversationId",
                                conversation,
                                "replaces",
                                first.path("turnId").asString()))
                .json();
        send("PUT", "/api/intelligence/turns/" + anew.path("turnId").asString() + "/rating", "{\"rating\":\"up\"}");
        String kept = remembered("My favourite colour is moss green.");
        String forgotten = remembered("My least favourite colour is beige.");
        send("DELETE", "/api/memory/memories/" + forgotten, "");
        ada.post("/api/feedback", "{\"category\":\"idea\",\"message\":\"More moss, please.\"}");
        assertThat(ada.ask("How do I make a bomb?").code()).isEqualTo("policy_blocked");
        lookedAt();
        await().until(() -> ada.get("/api/usage/ledger").json().path("items").size() == 2
                && ada.get("/api/intelligence/conversations/" + conversation)
                        .body()
                        .contains("\"rating\":\"up\"")
                && ada.get("/api/memory/memories?status=forgotten").body().contains(forgotten));

        Answer answer = ada.get("/auth/me/export");

        assertThat(answer.header("Content-Disposition")).startsWith("attachment;");
        JsonNode file = answer.json();
        assertThat(file.at("/account/user")).isEqualTo(ada.get("/auth/me").json());
        assertThat(file.at("/account/sessions")).hasSize(1);
        assertThat(file.path("subscription"))
                .isEqualTo(ada.get("/billing/subscription").json());
        assertThat(file.at("/conversations/0/id").asString()).isEqualTo(conversation);
        assertThat(file.at("/conversations/0/turns"))
                .hasSize(2)
                .isEqualTo(ada.get("/api/intelligence/conversations/" + conversation)
                        .json()
                        .path("turns"));
        assertThat(file.path("ledger"))
                .isEqualTo(ada.get("/api/usage/ledger").json().path("items"));
        assertThat(memory(file, kept).path("memory"))
                .isEqualTo(ada.get("/api/memory/memories/" + kept).json());
        assertThat(memory(file, forgotten).at("/memory/status").asString()).isEqualTo("forgotten");
        assertThat(memory(file, forgotten).path("history")).hasSize(2);
        assertThat(file.at("/feedback/0/message").asString()).isEqualTo("More moss, please.");
        assertThat(file.path("looks")).hasSize(1);
        assertThat(file.at("/policyDecisions/0/decision").asString()).isEqualTo("block");
        assertThat(file.path("complete").asBoolean()).isTrue();
        assertThat(answer.body()).contains("bees").doesNotContain("4711-0815", "ticket 12");
    }

    @Test
    void hasNothingThatWasDeletedAndIsNotHadAllTheTime() {
        String conversation = ada.ask("I keep bees on the roof.")
                .json()
                .path("conversationId")
                .asString();
        send("DELETE", "/api/intelligence/conversations/" + conversation, "");
        await().until(() ->
                ada.get("/api/intelligence/conversations/" + conversation).status() == 404);

        for (int i = 0; i < 5; i++) {
            assertThat(ada.get("/auth/me/export").json().path("conversations")).isEmpty();
        }
        Answer refused = ada.get("/auth/me/export");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("export_throttled");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 3_601L);
    }

    private static JsonNode memory(JsonNode file, String id) {
        List<JsonNode> found = file.path("memories")
                .valueStream()
                .filter(memory -> memory.at("/memory/id").asString().equals(id))
                .map(JsonNode.class::cast)
                .toList();
        assertThat(found).as(id).hasSize(1);
        return found.getFirst();
    }

    private String remembered(String content) {
        return ada.post("/api/memory/memories", Caller.text("content", content))
                .json()
                .path("id")
                .asString();
    }

    /** By somebody of the staff, who says why. */
    private void lookedAt() {
        Caller staff = Caller.member(product.address()).with(product, Role.SUPPORT);
        String id = ada.get("/auth/me").json().path("id").asString();
        Answer look = staff.send(staff.request("/support/users/" + id)
                .header("X-Support-Reason", "ticket 12")
                .GET());
        assertThat(look.status()).isEqualTo(200);
    }

    private void send(String method, String path, String body) {
        Answer answer = ada.send(ada.request(path)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }
}
