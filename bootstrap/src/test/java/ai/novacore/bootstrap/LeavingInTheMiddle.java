package ai.novacore.bootstrap;

import static ai.novacore.application.model.FakeOllamaReply.stream;
import static ai.novacore.bootstrap.ScriptedModel.OLLAMA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Failure case 17: the model is stopped when nobody reads any more, and what was said until then is paid for, once. */
class LeavingInTheMiddle {
    private static final int WORDS = 400;
    private static final Duration PACE = Duration.ofMillis(20);
    private static final String LONG = String.join(" ", Collections.nCopies(WORDS, "word"));

    private static final Product PRODUCT = ScriptedModel.first();
    private static final Caller ADA = Caller.member(PRODUCT.address());

    private final String question = "What of " + UUID.randomUUID() + "?";
    private final CountDownLatch latch = new CountDownLatch(1);

    @AfterEach
    void worksAgainAtOnce() {
        latch.countDown();
        ScriptedModel.answersAgain(ADA);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void stopsTheModelAndSettlesWhatWasSaid(int tokens) {
        OLLAMA.next(stream().slowly(PACE, LONG).done());
        AnswerReader reader = AnswerReader.asking(ADA, question);
        while (words(reader.text()) < tokens) {
            reader.await("token");
        }
        reader.close();

        OLLAMA.awaitHangUp();
        assertKeptAsFarAsItCame(reader);
    }

    @Test
    void completesWhatWasSaidToTheLastTokenBefore() {
        OLLAMA.next(stream().words("A cat purrs.").hold(latch).done(31));
        AnswerReader reader = AnswerReader.asking(ADA, question).awaitText("A cat purrs.");
        reader.close();
        latch.countDown();

        Aftermath.of(PRODUCT, ADA, reader).completed("stop", "A cat purrs.", 31, 3);
    }

    @Test
    void goesOnForAReaderWhoWantsThat() {
        OLLAMA.next(stream().token("Purr").hold(latch).slowly(PACE, " says she").done());
        AnswerReader reader = AnswerReader.asking(ADA, Map.of("message", question, "keepGoing", true))
                .awaitText("Purr");
        reader.close();
        latch.countDown();

        Aftermath.of(PRODUCT, ADA, reader).completed("stop", "Purr says she", 26, 4);
    }

    @Test
    void goesOnAsLongAsSomebodyElseReads() {
        OLLAMA.next(stream()
                .token("Purr")
                .hold(latch)
                .slowly(PACE, " is what a cat does")
                .done());
        AnswerReader reader = AnswerReader.asking(ADA, question).awaitText("Purr");
        AnswerReader other = AnswerReader.following(ADA, reader.turn(), "").awaitText("Purr");
        reader.close();
        latch.countDown();

        assertThat(other.toTheEnd().text()).isEqualTo("Purr is what a cat does");
        assertThat(other.events().getLast().name()).isEqualTo("done");
        Aftermath.of(PRODUCT, ADA, reader).completed("stop", other.text(), 26, 7);
    }

    @Test
    void stopsTheModelBeforeItsFirstTokenForASocket() throws InterruptedException {
        OLLAMA.next(stream().hold(latch));
        ChatPage page = new ChatPage(PRODUCT, ADA);
        JsonNode meta = page.ask("r1", question).next("meta");
        while (ScriptedModel.calls(question) == 0) {
            OLLAMA.awaitChat();
        }
        page.vanish();

        OLLAMA.awaitHangUp();
        Aftermath aftermath = Aftermath.of(
                PRODUCT,
                ADA,
                meta.path("conversationId").asString(),
                meta.path("turnId").asString());
        assertThat(aftermath.reply()).isEmpty();
        aftermath.paidForAsFarAsItCame(0);
    }

    @Test
    void stopsTheModelInTheMiddleForASocket() throws InterruptedException {
        OLLAMA.next(stream().slowly(PACE, LONG).done());
        ChatPage page = new ChatPage(PRODUCT, ADA);
        JsonNode meta = page.ask("r1", question).next("meta");
        page.next("token");
        page.vanish();

        OLLAMA.awaitHangUp();
        Aftermath aftermath = Aftermath.of(
                PRODUCT,
                ADA,
                meta.path("conversationId").asString(),
                meta.path("turnId").asString());
        aftermath.paidForAsFarAsItCame(words(aftermath.reply()));
        assertThat(LONG).startsWith(aftermath.reply());
    }

    private static void assertKeptAsFarAsItCame(AnswerReader reader) {
        Aftermath aftermath = Aftermath.of(PRODUCT, ADA, reader);
        assertThat(aftermath.reply()).startsWith(reader.text());
        assertThat(LONG).startsWith(aftermath.reply());
        assertThat(words(aftermath.reply())).isLessThan(WORDS);
        aftermath.interrupted("reader_left", aftermath.reply(), words(aftermath.reply()));
    }

    private static int words(String text) {
        return text.isEmpty() ? 0 : text.split(" ", -1).length;
    }
}
