package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.bootstrap.Caller.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A question put once more, or in other words: the earlier one stays to be looked at and counts no more. */
class AskingAnew {
    private final Product product = Product.shared();
    private final Caller ada = Caller.member(product.address());

    @Test
    void setsAsideWhatWasSaidFromThere() {
        JsonNode first = ada.ask("Name a river.").json();
        String conversation = first.path("conversationId").asString();
        JsonNode second = asked(conversation, "Name a mountain.", "").json();
        JsonNode third = asked(conversation, "Name a waterfall.", "").json();

        JsonNode anew = asked(conversation, "Name a glacier.", id(second)).json();

        await().until(() ->
                turns(conversation).size() == 4 && found("?q=glacier").size() == 1);
        assertThat(turns(conversation))
                .extracting(turn -> turn.path("turnId").asString() + " by "
                        + turn.path("replacedBy").asString(""))
                .containsExactly(
                        id(first) + " by ",
                        id(second) + " by " + id(anew),
                        id(third) + " by " + id(anew),
                        id(anew) + " by ");
        assertThat(found(""))
                .singleElement()
                .satisfies(line -> assertThat(line.path("turnCount").asLong()).isEqualTo(2));
        assertThat(found("?q=waterfall")).isEmpty();
        assertThat(found("?q=glacier")).hasSize(1);
        String export = "/api/intelligence/conversations/" + conversation + "/export";
        assertThat(ada.get(export).json().path("turns")).hasSize(2);
        assertThat(ada.get(export + "?format=markdown").body())
                .contains("glacier")
                .doesNotContain("waterfall");
    }

    @Test
    void isDoneOnceForEachTurnOfTheSameConversation() {
        JsonNode first = ada.ask("Name a river.").json();
        String conversation = first.path("conversationId").asString();
        String elsewhere = id(ada.ask("Name a lake.").json());
        JsonNode anew = asked(conversation, "Name a long river.", id(first)).json();

        assertThat(asked(conversation, "Name a short river.", id(first)).code()).isEqualTo("turn_set_aside");
        assertThat(asked(conversation, "Name a short river.", elsewhere).code()).isEqualTo("not_found");
        assertThat(asked(conversation, "Name a short river.", "trn_none").code())
                .isEqualTo("not_found");
        Answer nowhere = ada.post(
                "/api/intelligence/chat", Caller.text("message", "Name a short river.", "replaces", id(first)));
        assertThat(nowhere.status()).isEqualTo(400);
        assertThat(nowhere.code()).isEqualTo("invalid_request");

        assertThat(asked(conversation, "Name a short river.", id(anew)).status())
                .isEqualTo(200);
        await().until(() -> turns(conversation).size() == 3);
    }

    private Answer asked(String conversation, String message, String replaces) {
        return ada.post(
                "/api/intelligence/chat",
                replaces.isEmpty()
                        ? Caller.text("message", message, "conversationId", conversation)
                        : Caller.text("message", message, "conversationId", conversation, "replaces", replaces));
    }

    private static String id(JsonNode answer) {
        return answer.path("turnId").asString();
    }

    private List<JsonNode> turns(String conversation) {
        return ada.get("/api/intelligence/conversations/" + conversation)
                .json()
                .path("turns")
                .valueStream()
                .map(JsonNode.class::cast)
                .toList();
    }

    private List<JsonNode> found(String query) {
        return ada.get("/api/intelligence/conversations" + query)
                .json()
                .path("items")
                .valueStream()
                .map(JsonNode.class::cast)
                .toList();
    }
}
