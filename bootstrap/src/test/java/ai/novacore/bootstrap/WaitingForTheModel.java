package ai.novacore.bootstrap;

import static ai.novacore.application.model.FakeOllamaReply.answer;
import static ai.novacore.application.model.FakeOllamaReply.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.application.model.FakeOllama;
import ai.novacore.application.model.FakeOllamaReply;
import ai.novacore.bootstrap.Caller.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One answer at a time, by a model that is slow, silent, or too fast for whoever reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitingForTheModel {
    private static final String MODEL = "llama3.2:latest";
    private static final int HUGE = 8_000_000;

    /** So many failures in a row make the product stop asking for some seconds. */
    private static final int TOO_MANY_FAILURES = 10;

    private final FakeOllama ollama = new FakeOllama(MODEL).contextLength(MODEL, 2_000_000);
    private final CountDownLatch never = new CountDownLatch(1);
    private Product product;
    private Caller ada;

    @BeforeAll
    void start() {
        product = Product.start(
                "--nova.ollama.base-url=" + ollama.baseUrl(),
                "--nova.ollama.parallel-answers=1",
                "--nova.ollama.idle-timeout=2s",
                "--nova.ollama.context-tokens=2000000",
                "--nova.tiers.free.messages-per-day=1000000",
                "--nova.tiers.free.tokens-per-day=1000000000",
                "--nova.tiers.free.max-output-tokens=1000000",
                "--server.tomcat.connection-timeout=2s");
        ada = Caller.member(product.address());
    }

    @AfterAll
    void stop() {
        never.countDown();
        product.close();
        ollama.close();
    }

    @AfterEach
    void worksAgainAtOnce() {
        assertThat(healthy().status()).isEqualTo(200);
    }

    private Answer healthy() {
        ollama.next(answer("I am well."));
        return ada.ask("How are you?");
    }

    @Test
    void failsWhenTheModelIsSilentFromTheStart() {
        ollama.next(stream().hold(never));
        AnswerReader reader = AnswerReader.asking(ada, question()).toTheEnd();

        ollama.awaitHangUp();
        assertTimeout(reader);
        Aftermath.of(product, ada, reader).failed("model_timeout");
    }

    @Test
    void keepsWhatWasSaidBeforeTheModelFellSilent() {
        ollama.next(stream().words("Grey cats purr").hold(never));
        AnswerReader reader = AnswerReader.asking(ada, question()).toTheEnd();

        ollama.awaitHangUp();
        assertTimeout(reader);
        assertThat(reader.text()).isEqualTo("Grey cats purr");
        Aftermath.of(product, ada, reader).interrupted("model_timeout", "Grey cats purr", 3);
    }

    private static void assertTimeout(AnswerReader reader) {
        assertThat(reader.named("done")).isEmpty();
        assertThat(reader.named("error"))
                .singleElement()
                .satisfies(error ->
                        assertThat(error.data().path("code").asString()).isEqualTo("model_timeout"));
    }

    @Test
    void tellsWhoWaitsTheirPlaceAndTakesNothingWhenTheyGiveUp() {
        CountDownLatch busy = new CountDownLatch(1);
        ollama.next(hold(busy, "Grey cats purr"));
        AnswerReader first = AnswerReader.asking(ada, question()).awaitText("Grey");
        String inVain = question();
        AnswerReader second = AnswerReader.asking(ada, inVain);
        assertThat(second.await("queued").data().path("position").asInt()).isEqualTo(1);
        AnswerReader third = AnswerReader.asking(ada, question());
        assertThat(third.await("queued").data().path("position").asInt()).isEqualTo(2);

        assertThat(ada.post("/api/intelligence/chat/" + second.turn() + "/cancel", "")
                        .status())
                .isEqualTo(202);
        assertThat(second.await("done").data().path("finishReason").asString()).isEqualTo("interrupted");
        assertThat(third.await("queued").data().path("position").asInt()).isEqualTo(1);
        ollama.next(answer("Dogs bark."));
        busy.countDown();

        assertThat(first.toTheEnd().text()).isEqualTo("Grey cats purr");
        assertThat(third.toTheEnd().text()).isEqualTo("Dogs bark.");
        assertThat(ollama.asked("/api/chat")).noneMatch(chat -> chat.question().equals(inVain));
        Aftermath given = Aftermath.of(product, ada, second);
        given.interrupted("cancelled");
        given.costsNothing();
        Aftermath.of(product, ada, third).completed("stop", "Dogs bark.", 26, 2);
    }

    /** Goes on in time not to be taken for silent. */
    private static FakeOllamaReply hold(CountDownLatch latch, String text) {
        String[] words = text.split(" ", 2);
        return stream().token(words[0]).hold(latch).words(" " + words[1]).done();
    }

    /** Failure case 24. */
    @Test
    void closesTheConnectionOfWhoDoesNotReadAndEndsTheirAnswer() {
        ollama.next(stream().flood(HUGE).done());
        try (HeldStream stalled = HeldStream.answer(product.address().getPort(), ada.token())) {
            await().atMost(Duration.ofSeconds(30)).until(stalled::isClosedByServer);
        }
        assertLastIsOver();
    }

    /** Failure case 24. */
    @Test
    void closesTheSocketOfWhoDoesNotReadAndEndsTheirAnswer() {
        ollama.next(stream().flood(HUGE).done());
        try (HeldStream stalled = HeldStream.socket(product.address().getPort(), ada.token())) {
            stalled.say("{\"type\":\"chat\",\"requestId\":\"r1\",\"message\":\"Tell me all.\"}");
            ollama.awaitChat();
            await().atMost(Duration.ofSeconds(30)).until(() -> sockets() == 0);
        }
        assertLastIsOver();
    }

    private double sockets() {
        return product.bean(MeterRegistry.class)
                .get("websocket.connections.active")
                .gauge()
                .value();
    }

    private void assertLastIsOver() {
        String conversation = ada.get("/api/intelligence/conversations?limit=1")
                .json()
                .at("/items/0/id")
                .asString();
        String turn = ada.get("/api/intelligence/conversations/" + conversation)
                .json()
                .at("/turns/0/turnId")
                .asString();
        assertThat(Aftermath.of(product, ada, conversation, turn).reply()).matches("x+");
    }

    @Test
    void asksAHealthyModelAgainSoon() {
        ollama.otherwise(chat -> stream().cut());
        String refused = question();
        for (int i = 0; i < 2 * TOO_MANY_FAILURES; i++) {
            refused = question();
            ada.ask(refused);
        }
        ollama.otherwise(chat -> answer("I am well."));
        String last = refused;
        assertThat(ollama.asked("/api/chat")).noneMatch(chat -> chat.question().equals(last));
        assertThat(ada.ask(question()).code()).isEqualTo("model_unavailable");

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(ada.ask(question()).status()).isEqualTo(200));
        for (int i = 0; i < TOO_MANY_FAILURES; i++) {
            assertThat(healthy().status()).isEqualTo(200);
        }
    }

    private static String question() {
        return "What of " + UUID.randomUUID() + "?";
    }
}
