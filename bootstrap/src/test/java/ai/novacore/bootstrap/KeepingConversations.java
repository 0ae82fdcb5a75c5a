package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.bootstrap.Caller.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A member names, rates, finds, takes along and throws away what they talked about. */
class KeepingConversations {
    private static final String ALL = "/api/intelligence/conversations";

    private final Product product = Product.shared();

    @Test
    void namesRatesFindsTakesAlongAndThrowsAway() {
        Caller ada = Caller.member(product.address());
        JsonNode turn = ada.ask("My brother Matteo bakes rye bread in Córdoba.").json();
        String id = turn.path("conversationId").asString();
        ada.ask("Which colour has the sea?");

        Answer renamed = send(ada, "PATCH", ALL + "/" + id, "{\"title\":\"Bread & brothers\"}");
        assertThat(renamed.json().path("title").asString()).isEqualTo("Bread & brothers");
        assertThat(ada.get(ALL).json().at("/items/0/title").asString()).isEqualTo("Bread & brothers");

        String rating = "/api/intelligence/turns/" + turn.path("turnId").asString() + "/rating";
        assertThat(send(ada, "PUT", rating, "{\"rating\":\"down\",\"comment\":\"Dry\"}")
                        .status())
                .isEqualTo(204);
        JsonNode shown = ada.get(ALL + "/" + id).json().at("/turns/0");
        assertThat(shown.path("rating").asString()).isEqualTo("down");
        assertThat(shown.path("ratingComment").asString()).isEqualTo("Dry");
        assertThat(shown.path("finishReason").asString()).isEqualTo("stop");

        assertThat(found(ada, "cordoba%20BROTH")).isEqualTo(1);
        assertThat(found(ada, "matteo%20sea")).isZero();
        assertThat(found(Caller.member(product.address()), "cordoba")).isZero();

        Answer markdown = ada.get(ALL + "/" + id + "/export?format=markdown");
        assertThat(markdown.header("Content-Disposition")).startsWith("attachment; filename=\"novacore-cnv_");
        assertThat(markdown.body()).startsWith("# Bread &amp; brothers\n").contains("rye bread in Córdoba.");
        assertThat(ada.get(ALL + "/" + id + "/export").json().at("/turns/0/reply"))
                .isEqualTo(turn.path("reply"));

        assertThat(send(ada, "DELETE", ALL + "/" + id, "").status()).isEqualTo(204);
        assertThat(send(ada, "DELETE", ALL + "/" + id, "").code()).isEqualTo("not_found");
        assertThat(ada.get(ALL + "/" + id).code()).isEqualTo("not_found");
        assertThat(ada.get(ALL).json().path("items").size()).isEqualTo(1);
        assertThat(found(ada, "cordoba")).isZero();
    }

    private static int found(Caller person, String words) {
        return person.get(ALL + "?q=" + words).json().path("items").size();
    }

    private static Answer send(Caller person, String method, String path, String body) {
        return person.send(person.request(path)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }
}
