package ai.novacore.bootstrap;

import static ai.novacore.application.model.FakeOllamaReply.answer;
import static ai.novacore.application.model.FakeOllamaReply.stream;
import static ai.novacore.bootstrap.ScriptedModel.OLLAMA;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.bootstrap.Caller.Answer;
import ai.novacore.bootstrap.Caller.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A turn is one turn on all nodes: read on, stopped and known again from anywhere. */
class AnsweringOnTwoNodes {
    private static final List<Product> NODES = List.of(ScriptedModel.first(), ScriptedModel.second());
    private static final Caller ADA = Caller.member(NODES.getFirst().address());

    private final String question = "What of " + UUID.randomUUID() + "?";
    private final CountDownLatch latch = new CountDownLatch(1);

    @AfterEach
    void worksAgainAtOnce() {
        latch.countDown();
        ScriptedModel.answersAgain(ADA);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void goesOnWhereAReaderStopped(int node) {
        OLLAMA.next(
                stream().words("A cat purrs").hold(latch).words(" and sleeps.").done());
        AnswerReader reader = AnswerReader.asking(ADA, Map.of("message", question, "keepGoing", true))
                .awaitText("A cat purrs");
        reader.close();
        Event last = reader.named("token").getLast();
        Caller there = ADA.at(NODES.get(node).address());
        AnswerReader rest = AnswerReader.goingOn(there, reader.turn(), last.id());
        AnswerReader part =
                AnswerReader.following(there, reader.turn(), "?offset=2").awaitText("cat purrs");
        AnswerReader all = AnswerReader.following(there, reader.turn(), "").awaitText("A cat purrs");
        latch.countDown();

        assertRead(rest, " and sleeps.");
        assertRead(part, "cat purrs and sleeps.");
        assertRead(all, "A cat purrs and sleeps.");
        assertThat(rest.named("meta")).isEmpty();
        assertThat(all.named("meta")).hasSize(1);
        assertRead(AnswerReader.goingOn(there, reader.turn(), last.id()), " and sleeps.");
        assertRead(AnswerReader.following(there, reader.turn(), "?offset=2"), "cat purrs and sleeps.");
        assertRead(AnswerReader.following(there, reader.turn(), "?offset=999"), "");
        Aftermath.of(NODES.get(node), there, reader).completed("stop", "A cat purrs and sleeps.", 26, 6);
        assertThat(ScriptedModel.calls(question)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void stopsFromAnywhere(int node) {
        OLLAMA.next(stream().words("A cat").hold(latch));
        AnswerReader reader = AnswerReader.asking(ADA, question).awaitText("A cat");
        Caller there = ADA.at(NODES.get(node).address());
        assertThat(there.post("/api/intelligence/chat/" + reader.turn() + "/cancel", "")
                        .status())
                .isEqualTo(202);

        OLLAMA.awaitHangUp();
        assertThat(reader.await("done").data().path("finishReason").asString()).isEqualTo("interrupted");
        assertThat(reader.named("error")).isEmpty();
        Aftermath.of(NODES.get(node), there, reader).interrupted("cancelled", "A cat", 2);
        AnswerReader again = AnswerReader.following(there, reader.turn(), "").toTheEnd();
        assertThat(again.text()).isEqualTo("A cat");
        assertThat(again.events().getLast().data().path("finishReason").asString())
                .isEqualTo("interrupted");
    }

    @Test
    void tellsWhyAnAnswerBrokeOffWhoeverAsksLater() {
        OLLAMA.next(stream().words("A cat").error());
        AnswerReader reader = AnswerReader.asking(ADA, question).toTheEnd();
        for (Product node : NODES) {
            AnswerReader later = AnswerReader.following(ADA.at(node.address()), reader.turn(), "")
                    .toTheEnd();
            assertThat(later.text()).isEqualTo("A cat");
            assertThat(later.named("done")).isEmpty();
            assertThat(later.named("error"))
                    .singleElement()
                    .satisfies(error ->
                            assertThat(error.data().path("code").asString()).isEqualTo("model_failed"));
        }
    }

    @Test
    void asksOnceWhatComesManyTimesAtOnceUnderOneKey() throws Exception {
        String key = UUID.randomUUID().toString();
        OLLAMA.next(stream().token("Purr").hold(latch).token(" cat.").done());
        List<Callable<AnswerReader>> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Caller there = ADA.at(NODES.get(i % NODES.size()).address());
            requests.add(() -> AnswerReader.asking(there, Map.of("message", question), "Idempotency-Key", key));
        }
        List<AnswerReader> readers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<AnswerReader>> asking =
                    requests.stream().map(threads::submit).toList();
            for (Future<AnswerReader> reader : asking) {
                readers.add(reader.get());
            }
        }
        latch.countDown();

        assertThat(readers).allSatisfy(reader -> assertRead(reader, "Purr cat."));
        assertThat(readers.stream().map(AnswerReader::turn).distinct()).hasSize(1);
        assertThat(ScriptedModel.calls(question)).isEqualTo(1);
        Aftermath.of(NODES.getLast(), ADA, readers.getFirst()).completed("stop", "Purr cat.", 26, 2);
        assertConflict(key);
    }

    private void assertConflict(String key) {
        for (Product node : NODES) {
            Answer other = withKey(ADA.at(node.address()), "Something else?", key);
            assertThat(other.status()).isEqualTo(409);
            assertThat(other.code()).isEqualTo("idempotency_key_reused");
        }
        assertThat(ScriptedModel.calls("Something else?")).isZero();
    }

    @Test
    void knowsAKeyAgainAfterARestart() {
        String key = UUID.randomUUID().toString();
        OLLAMA.next(answer("A cat."));
        Answer first = withKey(ADA, question, key);
        try (Product restarted =
                Product.startOn(ScriptedModel.DATABASE, ScriptedModel.settings().toArray(String[]::new))) {
            Caller back = ADA.at(restarted.address());
            Answer again = withKey(back, question, key);
            assertThat(again.status()).as(again.body()).isEqualTo(200);
            assertThat(again.json().path("turnId")).isEqualTo(first.json().path("turnId"));
            assertThat(again.json().path("reply").asString()).isEqualTo("A cat.");
            assertThat(again.json().path("usage")).isEqualTo(first.json().path("usage"));
            assertThat(withKey(back, "Something else?", key).code()).isEqualTo("idempotency_key_reused");
        }
        assertThat(ScriptedModel.calls(question)).isEqualTo(1);
    }

    private static Answer withKey(Caller person, String message, String key) {
        return person.send(person.request("/api/intelligence/chat")
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(Caller.json("message", message)));
    }

    /** Failure case 21: it is said, and nothing is left out in silence, nothing kept, nothing paid. */
    @Test
    void refusesAQuestionThatTheModelCannotRead() {
        Caller ben = Caller.member(NODES.getFirst().address());
        String huge = "cat ".repeat(7_000);
        Answer refused = ben.ask(huge);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("payload_too_large");
        assertThat(ScriptedModel.calls(huge)).isZero();
        assertThat(ben.get("/api/intelligence/conversations").json().path("items"))
                .isEmpty();
        assertThat(ben.get("/api/usage/ledger").json().path("items")).isEmpty();
        for (String resource : List.of("tokens", "messages")) {
            assertThat(DoingTheMainJob.resource(ben, resource).path("used").asLong())
                    .isZero();
            assertThat(DoingTheMainJob.resource(ben, resource).path("reserved").asLong())
                    .isZero();
        }
    }

    private static void assertRead(AnswerReader reader, String text) {
        assertThat(reader.status()).isEqualTo(200);
        assertThat(reader.toTheEnd().text()).isEqualTo(text);
        assertThat(reader.named("error")).isEmpty();
        assertThat(reader.events().getLast().name()).isEqualTo("done");
    }
}
