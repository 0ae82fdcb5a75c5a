package ai.novacore.adapters.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.ChatSocket;
import ai.novacore.adapters.web.testing.FakeQuestions;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.TestServer;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Finish;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.application.shared.Correlation;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ChattingOverASocket {
    private final FakeQuestions questions = TestServer.local().bean(FakeQuestions.class);
    private ChatSocket anna;

    @BeforeEach
    void open() {
        questions.ends.clear();
        anna = ChatSocket.anna();
    }

    @AfterEach
    void close() {
        anna.close();
    }

    @Test
    void answersInTheOrderOfTheEventStream() {
        anna.ask("r1", "Hi");

        assertThat(anna.subprotocol()).isEqualTo("nova.chat.v1");
        assertThat(anna.next().toString())
                .isEqualTo(
                        "{\"type\":\"meta\",\"requestId\":\"r1\",\"conversationId\":\"cnv_new\",\"turnId\":\"trn_1\","
                                + "\"model\":\"llama3.2\",\"memoriesUsed\":[{\"id\":\"mem_1\",\"tier\":\"ITM\",\"score\":0.75}]}");
        assertThat(anna.next().toString())
                .isEqualTo("{\"type\":\"token\",\"requestId\":\"r1\",\"id\":\"3\",\"text\":\"Hel\"}");
        assertThat(anna.next().toString())
                .isEqualTo("{\"type\":\"token\",\"requestId\":\"r1\",\"id\":\"12\",\"text\":\"lo\\n\\nthere\"}");
        JsonNode done = anna.next();
        assertThat(done.toString())
                .startsWith("{\"type\":\"done\",\"requestId\":\"r1\",\"finishReason\":\"stop\","
                        + "\"usage\":{\"inputTokens\":12,\"outputTokens\":3},\"quota\":{\"tier\":\"basic\"");
    }

    @Test
    void passesOnAllThatARequestSays() {
        anna.say("{\"type\":\"chat\",\"requestId\":\"r1\",\"message\":\"Hi\",\"conversationId\":\"cnv_1\","
                + "\"model\":\"tiny\",\"useMemory\":false,\"replaces\":\"trn_9\",\"unknown\":1}");
        anna.next("done");

        Question asked = questions.asked.getLast();
        assertThat(asked.conversation()).isEqualTo(new ConversationId("cnv_1"));
        assertThat(asked.model()).isEqualTo("tiny");
        assertThat(asked.useMemory()).isFalse();
        assertThat(asked.replaces()).isEqualTo(new TurnId("trn_9"));
        assertThat(asked.user().value()).isEqualTo("usr_anna");
    }

    @Test
    void tellsPeersThatItIsThere() {
        assertThat(anna.say("{\"type\":\"ping\"}").next().toString()).isEqualTo("{\"type\":\"pong\"}");
    }

    @Test
    void readsMessagesThatComeInParts() {
        anna.sayPart("{\"type\":\"pi", false)
                .sayPart("", false)
                .sayPart("ng\"", false)
                .sayPart("}", true);

        assertThat(anna.next().path("type").asString()).isEqualTo("pong");
        String question = "ä".repeat(20_000);
        anna.ask("r1", question);
        anna.next("done");
        assertThat(questions.asked.getLast().message()).isEqualTo(question);
    }

    @Test
    void worksUnderACorrelationOfItsOwn() {
        questions.correlations.clear();
        anna.ask("r1", "Hi").next("done");
        anna.ask("r2", "break off");
        JsonNode error = anna.next("error");

        assertThat(questions.correlations)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(correlation -> assertThat(correlation.actor().id()).isEqualTo("usr_anna"));
        assertThat(questions.correlations.stream().map(Correlation::id))
                .last()
                .isEqualTo(error.path("correlationId").asString());
    }

    @Test
    void readsAnAnswerOn() {
        assertThat(anna.say("{\"type\":\"resume\",\"requestId\":\"r5\",\"turnId\":\"trn_1\",\"offset\":\"3\"}")
                        .next()
                        .toString())
                .isEqualTo("{\"type\":\"queued\",\"requestId\":\"r5\",\"position\":2}");
        assertThat(anna.next().toString())
                .isEqualTo("{\"type\":\"token\",\"requestId\":\"r5\",\"id\":\"12\",\"text\":\"lo\\n\\nthere\"}");
        assertThat(anna.next("done").path("requestId").asString()).isEqualTo("r5");
        assertThat(anna.say("{\"type\":\"resume\",\"requestId\":\"r6\",\"turnId\":\"trn_1\"}")
                        .next("meta")
                        .path("turnId")
                        .asString())
                .isEqualTo("trn_1");
        anna.next("done");
        assertThat(anna.say("{\"type\":\"resume\",\"requestId\":\"r7\",\"turnId\":\"trn_2\"}")
                        .next("error")
                        .path("code")
                        .asString())
                .isEqualTo("not_found");
        assertThat(anna.say("{\"type\":\"resume\",\"requestId\":\"r8\",\"turnId\":\"trn_1\",\"offset\":\"-3\"}")
                        .next("error")
                        .path("code")
                        .asString())
                .isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "break off, 502, model_failed",
        "gone, 503, model_unavailable",
        "slow, 504, model_timeout",
        "unknown, 404, model_not_found",
        "too much, 429, quota_exceeded",
        "bug, 500, internal_error"
    })
    void saysWhyThereIsNoAnswer(String message, int status, String code) {
        JsonNode error = anna.ask("r7", message).next("error");

        assertThat(error.path("requestId").asString()).isEqualTo("r7");
        assertThat(error.path("status").asInt()).isEqualTo(status);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("instance").asString()).isEqualTo("/ws/chat");
        assertThat(error.toString()).doesNotContain("secret", "Exception");
        assertThat(error.has("retryAfter")).isEqualTo(status == 429 || status == 503);
        assertThat(anna.ask("r8", "Hi").next("done").path("requestId").asString())
                .isEqualTo("r8");
    }

    /** Failure case 1. */
    @Test
    void findsNothingOfOthers() {
        anna.say("{\"type\":\"chat\",\"requestId\":\"r1\",\"message\":\"Hi\",\"conversationId\":\"cnv_bea\"}");
        assertThat(anna.next().path("code").asString()).isEqualTo("not_found");
        anna.say("{\"type\":\"chat\",\"requestId\":\"r1\",\"message\":\"Hi\",\"conversationId\":\"../1\"}");
        assertThat(anna.next().path("code").asString()).isEqualTo("not_found");
        for (String turn : List.of("trn_bea", "cnv_1", "", "../1")) {
            anna.say("{\"type\":\"cancel\",\"turnId\":\"" + turn + "\"}");
            assertThat(anna.next().path("code").asString()).as(turn).isEqualTo("not_found");
        }
    }

    @Test
    void answersSeveralQuestionsAtOnce() {
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            turns.add(anna.ask("r" + i, "wait").next("meta").path("turnId").asString());
            anna.next("token");
        }
        JsonNode refused = anna.ask("r5", "Hi").next();
        assertThat(refused.path("code").asString()).isEqualTo("too_many_requests");
        assertThat(refused.path("requestId").asString()).isEqualTo("r5");

        anna.say("{\"type\":\"cancel\",\"turnId\":\"" + turns.get(2) + "\"}");
        JsonNode done = anna.next();
        assertThat(done.path("requestId").asString()).isEqualTo("r2");
        assertThat(done.path("finishReason").asString()).isEqualTo("interrupted");

        questions.goOn();
        List<String> others = List.of(
                anna.next("done").path("requestId").asString(),
                anna.next("done").path("requestId").asString(),
                anna.next("done").path("requestId").asString());
        assertThat(others).containsExactlyInAnyOrder("r0", "r1", "r3");
        anna.ask("r6", "Hi").next("done");
    }

    @Test
    void slowsDownWhoAsksTooOften() {
        TestServer.LIMITS_CLOCK.advance(Duration.ofMinutes(5));
        MeterRegistry meters = TestServer.strict().bean(MeterRegistry.class);
        double before =
                meters.counter("rate.limit.exceeded", "user_tier", "basic").count();
        try (ChatSocket hasty = ChatSocket.of(TestServer.strict(), "ses-1")) {
            for (int i = 0; i < 3; i++) {
                hasty.ask("r" + i, "Hi").next("done");
            }
            JsonNode refused = hasty.ask("r3", "Hi").next();
            assertThat(refused.path("code").asString()).isEqualTo("rate_limited");
            assertThat(refused.path("requestId").asString()).isEqualTo("r3");
            assertThat(refused.path("retryAfter").asInt()).isEqualTo(1);
            assertThat(hasty.say("{\"type\":\"cancel\",\"turnId\":\"trn_1\"}")
                            .next()
                            .path("code")
                            .asString())
                    .isEqualTo("rate_limited");
            assertThat(hasty.say("{\"type\":\"ping\"}").next().path("type").asString())
                    .isEqualTo("pong");
            assertThat(Http.annaToStrict()
                            .post("/api/intelligence/chat", "{\"message\":\"Hi\"}")
                            .refusal())
                    .as("one limit for all ways")
                    .isEqualTo("429 rate_limited");
            assertThat(meters.counter("rate.limit.exceeded", "user_tier", "basic")
                            .count())
                    .isEqualTo(before + 3);

            TestServer.LIMITS_CLOCK.advance(Duration.ofSeconds(1));
            hasty.ask("r4", "Hi").next("done");
        }
    }

    @Test
    void stopsATurnOnlyOnce() throws InterruptedException {
        JsonNode meta = anna.ask("r1", "wait").next("meta");
        String cancel =
                "{\"type\":\"cancel\",\"turnId\":\"" + meta.path("turnId").asString() + "\"}";
        anna.say(cancel).next("done");

        assertThat(questions.ends.poll(20, TimeUnit.SECONDS))
                .extracting("finish")
                .isEqualTo(Finish.INTERRUPTED);
        assertThat(anna.say(cancel).next().path("code").asString()).isEqualTo("not_found");
    }
}
