package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.bootstrap.Caller.Answer;
import ai.novacore.bootstrap.Caller.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DoingTheMainJob {
    private final Product product = Product.shared();

    @Test
    void remembersInTheNextConversationAndCounts() {
        Caller ada = Caller.member(product.address());
        assertThat(resource(ada, "messages").path("used").asLong()).isZero();

        Answer told = ada.ask("My sister Klara plays the cello in Graz.");
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.json().path("finishReason").asString()).isEqualTo("stop");

        Answer asked = ada.ask("Which instrument does my sister play?");
        assertThat(asked.json().path("reply").asString()).contains("cello");
        assertThat(asked.json().path("conversationId").asString())
                .isNotEqualTo(told.json().path("conversationId").asString());
        assertThat(asked.json().path("memoriesUsed")).isNotEmpty();
        assertThat(asked.json().path("memoriesUsed").get(0).path("tier").asString())
                .isEqualTo("STM");

        JsonNode tokens = resource(ada, "tokens");
        assertThat(tokens.path("used").asLong()).isPositive().isEqualTo(settledInLedger(ada));
        assertThat(tokens.path("reserved").asLong()).isZero();
        assertThat(resource(ada, "messages").path("used").asLong()).isEqualTo(2);
        assertThat(asked.json().path("quota").path("resources").path("tokens").path("used"))
                .isEqualTo(tokens.path("used"));
    }

    @Test
    void streamsInTheOrderOfTheContract() {
        Caller ada = Caller.member(product.address());

        List<Event> events = ada.stream("Hello there!");

        assertThat(events.getFirst().name()).isEqualTo("meta");
        assertThat(events.getLast().name()).isEqualTo("done");
        List<Event> tokens = events.subList(1, events.size() - 1);
        assertThat(tokens).hasSizeGreaterThan(3).allSatisfy(event -> {
            assertThat(event.name()).isEqualTo("token");
            assertThat(event.id()).isNotEmpty();
        });
        String streamed = tokens.stream()
                .map(event -> event.data().path("text").asString())
                .reduce("", String::concat);
        String conversation = events.getFirst().data().path("conversationId").asString();
        JsonNode turn = ada.get("/api/intelligence/conversations/" + conversation)
                .json()
                .path("turns")
                .get(0);
        assertThat(turn.path("reply").asString()).isEqualTo(streamed);
        assertThat(turn.path("status").asString()).isEqualTo("completed");
    }

    @Test
    void tiesEverythingThatARequestCausesTogether() {
        Caller ada = Caller.member(product.address());
        String correlation = "correlation-of-" + System.nanoTime();

        Answer answer = ada.send(ada.request("/api/intelligence/chat")
                .header("Content-Type", "application/json")
                .header("X-Correlation-ID", correlation)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"message\":\"Hello\"}")));

        assertThat(answer.header("X-Correlation-ID")).isEqualTo(correlation);
        assertThat(ada.get("/dev/events?correlationId=" + correlation)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(event -> event.path("type").asString()))
                .containsExactly(
                        "quota.opened/1",
                        "quota.usage-reserved/1",
                        "conversation.started/1",
                        "conversation.turn-started/2",
                        "quota.usage-settled/1",
                        "conversation.turn-completed/1",
                        "memory.stored/2");
    }

    @Test
    void verifiesTheAddressByTheMailThatItSends() {
        Caller ada = Caller.member(product.address());
        assertThat(ada.get("/auth/me").json().path("emailVerified").asBoolean()).isFalse();

        String link = mailTo(ada).path("links").get(0).asString();
        String token = link.substring(link.indexOf("token=") + "token=".length());

        assertThat(ada.get("/auth/verify-email?token=" + token).status()).isEqualTo(200);
        assertThat(ada.get("/auth/me").json().path("emailVerified").asBoolean()).isTrue();
        assertThat(ada.get("/auth/verify-email?token=" + token)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("verification_token_invalid");
    }

    private static JsonNode mailTo(Caller person) {
        String path = "/dev/mailbox/messages?to=" + person.email();
        await().until(() -> person.get(path).json().path("messages").size() == 1);
        return person.get(path).json().path("messages").get(0);
    }

    @Test
    void tellsOthersNothing() {
        Caller ada = Caller.member(product.address());
        Caller eve = Caller.member(product.address());
        String conversation = ada.ask("The code of my bicycle lock is 4711-0815.")
                .json()
                .path("conversationId")
                .asString();
        String memory = ada.get("/api/memory/memories")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();

        assertThat(eve.get("/api/intelligence/conversations/" + conversation).status())
                .isEqualTo(404);
        assertThat(eve.get("/api/memory/memories/" + memory).status()).isEqualTo(404);
        assertThat(eve.get("/api/memory/search?q=bicycle").json().path("results"))
                .isEmpty();
        assertThat(eve.post(
                                "/api/intelligence/chat",
                                "{\"message\":\"and?\",\"conversationId\":\"" + conversation + "\"}")
                        .status())
                .isEqualTo(404);
        assertThat(eve.ask("What is the code of my bicycle lock?")
                        .json()
                        .path("reply")
                        .asString())
                .doesNotContain("4711-0815");
    }

    static JsonNode resource(Caller person, String name) {
        return person.get("/api/usage/quota").json().path("resources").path(name);
    }

    static long settledInLedger(Caller person) {
        return person.get("/api/usage/ledger?limit=100")
                .json()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("kind").asString().equals("settled"))
                .mapToLong(entry -> entry.path("inputTokens").asLong()
                        + entry.path("outputTokens").asLong())
                .sum();
    }
}
