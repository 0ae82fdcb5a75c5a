package ai.novacore.bootstrap;

import static ai.novacore.application.model.FakeOllamaReply.answer;
import static ai.novacore.application.model.FakeOllamaReply.noAnswer;
import static ai.novacore.application.model.FakeOllamaReply.status;
import static ai.novacore.application.model.FakeOllamaReply.stream;
import static ai.novacore.bootstrap.ScriptedModel.OLLAMA;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.bootstrap.Caller.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Whatever the model server does, a turn ends in one way only, its reader is told once, what they saw is kept, and just
 * that is paid for. Failure case 23.
 */
class AnsweringThroughFaults {
    private static final int ATTEMPTS = 3;
    private static final int INPUT = 26;

    private static final Product PRODUCT = ScriptedModel.first();
    private static final Caller ADA = Caller.member(PRODUCT.address());

    private final String question = "What of " + UUID.randomUUID() + "?";

    @AfterEach
    void worksAgainAtOnce() {
        ScriptedModel.answersAgain(ADA);
    }

    @Test
    void failsWhenNobodyListens() {
        OLLAMA.refuse();
        AnswerReader reader;
        try {
            reader = ask();
        } finally {
            OLLAMA.acceptAgain();
        }
        assertFailing(reader, "model_unavailable");
    }

    @Test
    void failsWhenTheModelIsNotThere() {
        OLLAMA.next(status(404));
        assertFailing(ask(), "model_not_found");
        assertThat(ScriptedModel.calls(question)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void failsWhenTheServerFailsAgainAndAgain(int status) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            OLLAMA.next(status(status));
        }
        assertFailing(ask(), "model_failed");
        assertThat(ScriptedModel.calls(question)).isEqualTo(ATTEMPTS);
    }

    @Test
    void failsWhenTheServerHangsUpAgainAndAgain() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            OLLAMA.next(noAnswer());
        }
        assertFailing(ask(), "model_failed");
    }

    @Test
    void answersWhenAskingAgainHelps() {
        OLLAMA.next(status(503)).next(noAnswer()).next(answer("A cat."));
        assertAnswering(ask(), "stop", "A cat.", INPUT, 2);
        assertThat(ScriptedModel.calls(question)).isEqualTo(ATTEMPTS);
    }

    @Test
    void failsWhenTheAnswerIsCutOffBeforeItsFirstToken() {
        OLLAMA.next(stream().cut());
        assertFailing(ask(), "model_failed");
        assertThat(ScriptedModel.calls(question)).isEqualTo(1);
    }

    @Test
    void keepsWhatCameBeforeACutInTheMiddleOfALine() {
        OLLAMA.next(stream()
                .token("A ")
                .token("cat")
                .raw("{\"message\":{\"role\":\"assi")
                .cut());
        assertBreakingOff(ask(), "A cat", 2);
    }

    @Test
    void keepsWhatCameBeforeAnEndWithoutALastLine() {
        OLLAMA.next(stream().token("A ").token("cat"));
        assertBreakingOff(ask(), "A cat", 2);
    }

    @Test
    void keepsWhatCameBeforeAnErrorInTheMiddle() {
        OLLAMA.next(stream().token("A ").token("cat ").token("p").error());
        assertBreakingOff(ask(), "A cat p", 3);
    }

    @Test
    void keepsWhatCameBeforeNonsense() {
        OLLAMA.next(stream().token("A ").raw("<html>\n"));
        assertBreakingOff(ask(), "A ", 1);
    }

    @Test
    void readsTwoObjectsFromOnePacket() {
        OLLAMA.next(stream().together("A ", "cat.").done());
        assertAnswering(ask(), "stop", "A cat.", INPUT, 2);
    }

    @Test
    void readsOneObjectFromTenPackets() {
        OLLAMA.next(stream().inPackets(10, "東京 🗼").done());
        assertAnswering(ask(), "stop", "東京 🗼", INPUT, 1);
    }

    @Test
    void replacesWhatIsNoText() {
        OLLAMA.next(stream().notUtf8("A c", "t.").done());
        assertAnswering(ask(), "stop", "A c\uFFFDt.", INPUT, 0);
    }

    @Test
    void endsAnAnswerThatGoesOnAndOn() {
        OLLAMA.next(stream().flood(50_000_000).done());
        AnswerReader reader = ask().toTheEnd();

        OLLAMA.awaitHangUp();
        String reply = reader.text();
        assertThat(reply).matches("x+").hasSizeBetween(30_000, 40_000);
        Aftermath aftermath = Aftermath.of(PRODUCT, ADA, reader);
        aftermath.completed("length", reply, aftermath.estimate(), Math.ceilDiv(reply.length(), 1_000));
        assertDone(reader, "length");
    }

    @Test
    void answersWithNothingWhenTheModelSaysNothing() {
        OLLAMA.next(stream().done());
        assertAnswering(ask(), "stop", "", INPUT, 0);
    }

    @Test
    void showsNothingOfWhatTheModelThinksButCountsIt() {
        OLLAMA.next(stream().thinking("Hm. ").thinking("A cat?").token("A cat.").done());
        assertAnswering(ask(), "stop", "A cat.", INPUT, 3);
    }

    @Test
    void failsWhenTheModelOnlyThinksBeforeItBreaks() {
        OLLAMA.next(stream().thinking("Hm.").error());
        assertFailing(ask(), "model_failed");
    }

    @Test
    void tellsARequestForTheWholeAnswerByItsStatus() {
        OLLAMA.next(status(404));
        assertThat(refusal(404)).isEqualTo("model_not_found");
        ScriptedModel.answersAgain(ADA);
        OLLAMA.next(stream().token("A ").error());
        assertThat(refusal(502)).isEqualTo("model_failed");
        ScriptedModel.answersAgain(ADA);
        OLLAMA.next(status(500)).next(status(500)).next(status(500));
        assertThat(refusal(502)).isEqualTo("model_failed");
    }

    private String refusal(int status) {
        Answer answer = ADA.ask(question);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.code();
    }

    @Test
    void tellsASocketOnceAndLeavesItOpen() throws InterruptedException {
        ChatPage page = new ChatPage(PRODUCT, ADA);
        OLLAMA.next(stream().token("A ").token("cat").cut());
        JsonNode meta = page.ask("r1", question).next("meta");
        assertThat(page.next("error").path("code").asString()).isEqualTo("model_failed");
        OLLAMA.next(answer("A dog."));
        page.ask("r2", "And now?");
        List<JsonNode> between = page.until("done");
        assertThat(between).noneMatch(message -> message.path("type").asString().equals("error"));
        assertThat(between.getLast().path("requestId").asString()).isEqualTo("r2");

        Aftermath.of(
                        PRODUCT,
                        ADA,
                        meta.path("conversationId").asString(),
                        meta.path("turnId").asString())
                .interrupted("model_failed", "A cat", 2);
        page.vanish();
    }

    private AnswerReader ask() {
        return AnswerReader.asking(ADA, question).toTheEnd();
    }

    private static void assertFailing(AnswerReader reader, String code) {
        assertTold(reader, code);
        assertThat(reader.text()).isEmpty();
        Aftermath.of(PRODUCT, ADA, reader).failed(code);
    }

    private static void assertBreakingOff(AnswerReader reader, String reply, long pieces) {
        assertTold(reader, "model_failed");
        assertThat(reader.text()).isEqualTo(reply);
        Aftermath.of(PRODUCT, ADA, reader).interrupted("model_failed", reply, pieces);
    }

    private static void assertTold(AnswerReader reader, String code) {
        assertThat(reader.named("error"))
                .singleElement()
                .satisfies(error ->
                        assertThat(error.data().path("code").asString()).isEqualTo(code));
        assertThat(reader.named("done")).isEmpty();
        assertThat(reader.events().getLast().name()).isEqualTo("error");
    }

    private static void assertAnswering(AnswerReader reader, String finish, String reply, long input, long output) {
        assertDone(reader, finish);
        assertThat(reader.text()).isEqualTo(reply);
        Aftermath.of(PRODUCT, ADA, reader).completed(finish, reply, input, output);
    }

    private static void assertDone(AnswerReader reader, String finish) {
        assertThat(reader.named("error")).isEmpty();
        assertThat(reader.named("done"))
                .singleElement()
                .satisfies(done ->
                        assertThat(done.data().path("finishReason").asString()).isEqualTo(finish));
    }
}
