package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.application.shared.port.out.EventLog.Recorded;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a person finds of a turn when it is over: in its conversation, in the ledger, in the quota. */
final class Aftermath {
    private final Product product;
    private final Caller person;
    private final String turn;
    private final JsonNode shown;
    private final JsonNode charge;

    private Aftermath(Product product, Caller person, String turn, JsonNode shown) {
        this.product = product;
        this.person = person;
        this.turn = turn;
        this.shown = shown;
        List<JsonNode> lines = person.get("/api/usage/ledger?limit=100")
                .json()
                .path("items")
                .valueStream()
                .filter(line -> line.path("turnId").asString().equals(turn))
                .toList();
        assertThat(lines).as("lines of the ledger for one turn").hasSize(1);
        charge = lines.getFirst();
        balanced();
    }

    /** Waits until the turn has ended. */
    static Aftermath of(Product product, Caller person, String conversation, String turn) {
        JsonNode ended = await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> find(person, conversation, turn),
                        found -> found.filter(Aftermath::hasEnded).isPresent())
                .orElseThrow();
        await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(20))
                .until(() -> DoingTheMainJob.resource(person, "messages")
                                .path("reserved")
                                .asLong()
                        == 0);
        return new Aftermath(product, person, turn, ended);
    }

    static Aftermath of(Product product, Caller person, AnswerReader reader) {
        return of(product, person, reader.conversation(), reader.turn());
    }

    private static boolean hasEnded(JsonNode turn) {
        return !turn.path("status").asString().equals("started");
    }

    private static Optional<JsonNode> find(Caller person, String conversation, String turn) {
        return person.get("/api/intelligence/conversations/" + conversation)
                .json()
                .path("turns")
                .valueStream()
                .filter(shown -> shown.path("turnId").asString().equals(turn))
                .findFirst();
    }

    /** Nothing is set aside any more, and what is used is what the ledger adds up to. */
    private void balanced() {
        JsonNode resources = person.get("/api/usage/quota").json().path("resources");
        assertThat(resources.at("/tokens/reserved").asLong()).isZero();
        assertThat(resources.at("/messages/reserved").asLong()).isZero();
        assertThat(resources.at("/tokens/used").asLong()).isEqualTo(DoingTheMainJob.settledInLedger(person));
    }

    /** There was no answer, and it cost nothing. */
    void failed(String code) {
        assertThat(shown.path("status").asString()).isEqualTo("failed");
        assertThat(shown.path("failure").asString()).isEqualTo(code);
        assertThat(reply()).isEmpty();
        charged("released", 0, 0);
    }

    void completed(String finishReason, String reply, long inputTokens, long outputTokens) {
        assertThat(shown.path("status").asString()).isEqualTo("completed");
        assertThat(shown.path("finishReason").asString()).isEqualTo(finishReason);
        assertThat(reply()).isEqualTo(reply);
        used(inputTokens, outputTokens);
    }

    /** A part of the answer was kept and paid for, with the estimate of the prompt: the model has not counted it. */
    void interrupted(String reason, String reply, long outputTokens) {
        interrupted(reason);
        assertThat(reply()).isEqualTo(reply);
        used(estimate(), outputTokens);
    }

    /** As {@link #interrupted(String, String, long)}, for whatever reason. */
    void paidForAsFarAsItCame(long outputTokens) {
        assertThat(shown.path("status").asString()).isEqualTo("interrupted");
        used(estimate(), outputTokens);
    }

    void interrupted(String reason) {
        assertThat(shown.path("status").asString()).isEqualTo("interrupted");
        assertThat(shown.path("failure").asString()).isEqualTo(reason);
    }

    /** It was called off before the model knew of it. */
    void costsNothing() {
        charged("released", 0, 0);
    }

    void used(long inputTokens, long outputTokens) {
        assertThat(shown.at("/usage/inputTokens").asLong()).isEqualTo(inputTokens);
        assertThat(shown.at("/usage/outputTokens").asLong()).isEqualTo(outputTokens);
        charged("settled", inputTokens, outputTokens);
    }

    private void charged(String kind, long inputTokens, long outputTokens) {
        assertThat(charge.path("kind").asString()).isEqualTo(kind);
        assertThat(charge.path("inputTokens").asLong()).isEqualTo(inputTokens);
        assertThat(charge.path("outputTokens").asLong()).isEqualTo(outputTokens);
    }

    String reply() {
        return shown.path("reply").asString("");
    }

    /** What was set aside for the prompt. */
    long estimate() {
        EventLog log = product.bean(EventLog.class);
        return log.after(-1, correlation(log), 100).stream()
                .map(Recorded::event)
                .filter(event -> event instanceof UsageReserved reserved
                        && reserved.turn().value().equals(turn))
                .mapToLong(event -> ((UsageReserved) event).inputTokens())
                .findFirst()
                .orElseThrow();
    }

    private String correlation(EventLog log) {
        long position = -1;
        while (true) {
            List<Recorded> page = log.after(position, null, 1_000);
            if (page.isEmpty()) {
                throw new AssertionError("the log does not know the turn " + turn);
            }
            for (Recorded recorded : page) {
                if (recorded.event() instanceof TurnStarted started
                        && started.turn().value().equals(turn)) {
                    return recorded.correlationId();
                }
                position = recorded.position();
            }
        }
    }
}
