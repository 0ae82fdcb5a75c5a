package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.adapters.stripe.standin.Outage;
import ai.novacore.adapters.stripe.standin.StripeStandIn;
import ai.novacore.adapters.stripe.standin.Switches;
import ai.novacore.application.axon.Backbone;
import ai.novacore.application.model.FakeOllama;
import ai.novacore.application.model.FakeOllamaReply;
import ai.novacore.bootstrap.Caller.Answer;
import ai.novacore.domain.user.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Support staff look into the life of a member, over the whole product (checklist 20). */
class LookingIntoALife {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SECRET = "4711-0815";

    @Test
    void tellsEverythingMaskedAndChangesNothing() {
        try (TestDatabase database = TestDatabase.fresh();
                FakeOllama ollama = new FakeOllama("llama3.2:latest");
                Product product = Product.startOn(database, "--nova.ollama.base-url=" + ollama.baseUrl())) {
            ollama.otherwise(_ -> FakeOllamaReply.answer("Noted."));
            Caller ada = Caller.member(product.address());
            new Shop(product, ada).subscribe("basic");
            ada.post("/api/memory/memories", "{\"content\":\"The code of my bicycle lock is " + SECRET + ".\"}");
            ada.ask("What is the code of my bicycle lock, " + SECRET + "?");
            assertThat(ada.ask("How do I make a bomb?").status()).isEqualTo(422);
            Caller sue = Caller.member(product.address()).with(product, Role.SUPPORT);
            quiet(product, ollama);
            String before = world(product, ollama);
            // Whoever wanted to ask Stripe now would not get an answer.
            product.bean(StripeStandIn.class).set(Switches.OFF.withOutage(Outage.UNAVAILABLE));

            String id = look(sue, "/support/users?email=" + ada.email())
                    .json()
                    .at("/items/0/id")
                    .asString();
            JsonNode life =
                    look(sue, "/support/users/" + id + "/timeline").json().path("items");
            assertThat(sentences(life))
                    .contains(
                            "A person registered as member.",
                            "The person verified their address.",
                            "The tier changed from free to basic.",
                            "A question of theirs was refused by the policy (mass-harm).")
                    .anyMatch(sentence -> sentence.endsWith("was put to llama3.2, with 1 memory item."))
                    .anyMatch(sentence -> sentence.startsWith("A memory (note, "));

            Map<String, String> kinds = aggregates(life);
            assertThat(kinds.values()).contains("user", "subscription", "quota", "memory", "conversation");
            kinds.forEach((aggregate, kind) -> lookAtEverything(sue, "/support/aggregates/" + kind + "/" + aggregate));
            JsonNode turn = turn(life);
            String context = "/support/aggregates/conversation/"
                    + turn.path("aggregateId").asString() + "/turns/"
                    + look(
                                    sue,
                                    "/support/aggregates/conversation/"
                                            + turn.path("aggregateId").asString() + "/events?limit=2")
                            .json()
                            .at("/items/1/payload/turn")
                            .asString()
                    + "/context";
            assertThat(look(sue, context).body()).contains("\"complete\":true").doesNotContain(SECRET);
            JsonNode given = look(sue, context + "?unmask=true").json();
            assertThat(given.at("/messages/0/text").asString()).contains("You are Nova", SECRET);
            assertThat(given.path("messages")).hasSize(2);
            assertThat(given.at("/messages/1/text").asString())
                    .isEqualTo(ollama.asked("/api/chat")
                            .getFirst()
                            .body()
                            .at("/messages/1/content")
                            .asString());
            assertThat(given.at("/messages/0/text").asString())
                    .isEqualTo(ollama.asked("/api/chat")
                            .getFirst()
                            .body()
                            .at("/messages/0/content")
                            .asString());

            assertThat(world(product, ollama)).isEqualTo(before);
            everyLookIsKept(sue, ada, id);
        }
    }

    /** Waits until everything that follows from what happened has happened. */
    private static void quiet(Product product, FakeOllama ollama) {
        assertThat(product.bean(Backbone.class).awaitReadModels(PATIENCE)).isTrue();
        String[] last = {""};
        await().atMost(PATIENCE).during(Duration.ofMillis(1_500)).until(() -> {
            String now = world(product, ollama);
            boolean same = now.equals(last[0]);
            last[0] = now;
            return same;
        });
    }

    private static long events(Product product) {
        return product.bean(JdbcClient.class)
                .sql("select count(*) from eventstore.event")
                .query(Long.class)
                .single();
    }

    /** What could be other if somebody had done something: events, mails, what the model was asked, webhooks. */
    private static String world(Product product, FakeOllama ollama) {
        long mails = product.caller()
                .get("/dev/mailbox/messages")
                .json()
                .path("messages")
                .size();
        long asked = ollama.asked().stream()
                .filter(request -> request.method().equals("POST"))
                .count();
        return "events " + events(product) + ", mails " + mails + ", models " + asked;
    }

    private static Answer look(Caller staff, String path) {
        Answer answer = staff.send(
                staff.request(path).header("X-Support-Reason", "ticket 4711").GET());
        assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer;
    }

    private static void lookAtEverything(Caller staff, String aggregate) {
        JsonNode events = look(staff, aggregate + "/events?limit=100").json().path("items");
        assertThat(events).isNotEmpty();
        for (JsonNode event : events) {
            long sequence = event.path("sequence").asLong();
            assertThat(look(staff, aggregate + "/state?at=" + sequence).body()).doesNotContain(SECRET);
            assertThat(look(staff, aggregate + "/diff?from=" + (sequence - 1) + "&to=" + sequence)
                            .json()
                            .at("/events/0/eventId"))
                    .isEqualTo(event.path("eventId"));
        }
        assertThat(events.toString()).doesNotContain(SECRET, "@example");
        String at = events.get(0).path("at").asString();
        assertThat(look(staff, aggregate + "/state?at=" + at)
                        .json()
                        .path("sequence")
                        .asLong())
                .isGreaterThanOrEqualTo(0);
    }

    private static List<String> sentences(JsonNode life) {
        List<String> sentences = new ArrayList<>();
        life.forEach(item -> sentences.add(item.path("sentence").asString()));
        return sentences;
    }

    private static Map<String, String> aggregates(JsonNode life) {
        Map<String, String> kinds = new LinkedHashMap<>();
        life.forEach(item -> {
            if (!item.path("aggregate").isNull()) {
                kinds.put(
                        item.path("aggregateId").asString(),
                        item.path("aggregate").asString());
            }
        });
        return kinds;
    }

    private static JsonNode turn(JsonNode life) {
        for (JsonNode item : life) {
            if (item.path("type").asString().startsWith("conversation.turn-started/")) {
                return item;
            }
        }
        throw new AssertionError("no turn in " + life);
    }

    private static void everyLookIsKept(Caller sue, Caller ada, String id) {
        JsonNode audit =
                look(sue, "/support/audit?limit=100&userId=" + id).json().path("items");
        assertThat(audit.size()).isGreaterThan(20);
        audit.forEach(entry -> {
            assertThat(entry.path("reason").asString()).isEqualTo("ticket 4711");
            assertThat(entry.path("userId").asString()).isEqualTo(id);
        });
        JsonNode told = ada.get("/auth/me/looks?limit=100").json().path("items");
        assertThat(told).hasSameSizeAs(audit);
        assertThat(told.toString()).contains("\"unmasked\":true").doesNotContain("ticket");
    }
}
