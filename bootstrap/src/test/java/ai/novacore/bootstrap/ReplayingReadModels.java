package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.bootstrap.Caller.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReplayingReadModels {

    @Test
    void givesTheSameAnswersToTheByte() {
        try (TestDatabase database = TestDatabase.fresh()) {
            String email;
            Map<String, String> before;
            int mails;
            try (Product product = Product.startOn(database)) {
                Caller ada = Caller.member(product.address());
                email = ada.email();
                ada.ask("I keep bees on the roof of my house.");
                ada.ask("What do I keep on the roof?");
                askAnew(ada, ada.ask("What do I keep in the cellar?").json());
                ada.post("/api/memory/memories", "{\"content\":\"My favourite colour is moss green.\"}");
                before = everything(ada);
                mails = mails(ada);
            }
            try (Product product = Product.startOn(database, "--nova.replay-read-models=true")) {
                Caller ada = product.caller().logIn(email);
                assertThat(everything(ada)).isEqualTo(before);
                assertThat(before.values()).anySatisfy(body -> assertThat(body).contains("bees"));
                assertThat(before.values()).anySatisfy(body -> assertThat(body).contains("\"replacedBy\":\"trn_"));
                // Mails are effects: a new process has an empty mailbox, and a replay must not fill it.
                assertThat(mails).isPositive();
                assertThat(mails(ada)).isZero();
            }
        }
    }

    private static void askAnew(Caller person, JsonNode asked) {
        Answer anew = person.post(
                "/api/intelligence/chat",
                Caller.text(
                        "message",
                        "What do I keep in the attic?",
                        "conversationId",
                        asked.path("conversationId").asString(),
                        "replaces",
                        asked.path("turnId").asString()));
        assertThat(anew.status()).as(anew.body()).isEqualTo(200);
    }

    private static int mails(Caller person) {
        return person.get("/dev/mailbox/messages?to=" + person.email())
                .json()
                .path("messages")
                .size();
    }

    /** Every GET route that reads what a member has, with its body. */
    private static Map<String, String> everything(Caller person) {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (String path : List.of(
                "/auth/me",
                "/api/usage/quota",
                "/api/usage/ledger",
                "/api/usage/ledger?limit=1",
                "/api/usage/daily",
                "/api/intelligence/conversations",
                "/api/intelligence/conversations?q=roof",
                "/api/intelligence/conversations?q=cellar",
                "/api/memory/memories",
                "/api/memory/memories?tier=STM",
                "/api/memory/stats",
                "/api/memory/search?q=bees")) {
            bodies.put(path, person.get(path).body());
        }
        // How well something fits is a matter of time, too: a memory grows older from one search to the next.
        bodies.computeIfPresent("/api/memory/search?q=bees", (_, found) -> found.replaceAll("\"score\":[^,}]+", ""));
        for (JsonNode item :
                person.get("/api/intelligence/conversations").json().path("items")) {
            String path = "/api/intelligence/conversations/" + item.path("id").asString();
            bodies.put(path, person.get(path).body());
        }
        for (JsonNode item : person.get("/api/memory/memories").json().path("items")) {
            String path = "/api/memory/memories/" + item.path("id").asString();
            bodies.put(path, person.get(path).body());
        }
        return bodies;
    }
}
