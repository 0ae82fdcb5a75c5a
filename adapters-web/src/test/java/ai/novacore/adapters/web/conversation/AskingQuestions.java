package ai.novacore.adapters.web.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeQuestions;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskingQuestions {
    static final String QUOTA = "{\"tier\":\"basic\",\"periodStart\":\"2026-03-01T00:00:00Z\","
            + "\"resetsAt\":\"2026-03-02T00:00:00Z\",\"resources\":{"
            + "\"tokens\":{\"limit\":500000,\"used\":1200,\"reserved\":300,\"remaining\":498500},"
            + "\"messages\":{\"limit\":500,\"used\":3,\"reserved\":1,\"remaining\":496},"
            + "\"memories\":{\"limit\":10000,\"used\":7,\"reserved\":0,\"remaining\":9993}},"
            + "\"warnings\":[{\"resource\":\"messages\",\"percent\":80,\"at\":\"2026-03-01T08:00:00Z\"}]}";

    private final FakeQuestions questions = TestServer.local().bean(FakeQuestions.class);

    @Test
    void answersAsAWhole() {
        Reply reply = chat("{\"message\":\"Hi\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .isEqualTo("{\"conversationId\":\"cnv_new\",\"turnId\":\"trn_1\",\"reply\":\"Hello\\n\\nthere\","
                        + "\"model\":\"llama3.2\",\"finishReason\":\"stop\","
                        + "\"usage\":{\"inputTokens\":12,\"outputTokens\":3},"
                        + "\"memoriesUsed\":[{\"id\":\"mem_1\",\"tier\":\"ITM\",\"score\":0.75}],\"quota\":" + QUOTA
                        + "}");
    }

    @Test
    void passesOnWhatWasAsked() {
        questions.asked.clear();

        chat(
                "{\"message\":\"Line\\n\\ttwo\",\"conversationId\":\"cnv_7\",\"model\":\"big\",\"useMemory\":false,\"keepGoing\":true}");
        chat("{\"message\":\"Hi\",\"conversationId\":null,\"model\":null,\"useMemory\":null}");
        chat("{\"message\":\"Hi\",\"conversationId\":\"cnv_7\",\"replaces\":\"trn_7\"}");

        UserId anna = new UserId("usr_anna");
        assertThat(questions.asked)
                .containsExactly(
                        new Question(anna, "Line\n\ttwo", new ConversationId("cnv_7"), "big", false, true, null, null),
                        new Question(anna, "Hi", null, null, true, false, null, null),
                        new Question(
                                anna, "Hi", new ConversationId("cnv_7"), null, true, false, null, new TurnId("trn_7")));
    }

    @Test
    void passesTheKeyOnByWhichAQuestionIsKnownAgain() {
        questions.asked.clear();
        chat("{\"message\":\"Hi\"}", "Idempotency-Key", "a!b-~");

        assertThat(questions.asked)
                .singleElement()
                .satisfies(question -> assertThat(question.idempotencyKey()).isEqualTo("a!b-~"));
        for (String bad : new String[] {"", "a b", "x".repeat(256)}) {
            assertThat(chat("{\"message\":\"Hi\"}", "Idempotency-Key", bad).refusal())
                    .as(bad)
                    .isEqualTo("400 invalid_request");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "too much, 429 quota_exceeded",
        "gone, 503 model_unavailable",
        "unknown, 404 model_not_found",
        "slow, 504 model_timeout",
        "broken, 502 model_failed",
        "break off, 502 model_failed",
        "bug, 500 internal_error",
    })
    void saysWhyThereIsNoAnswer(String message, String refusal) {
        assertThat(chat("{\"message\":\"" + message + "\"}").refusal()).isEqualTo(refusal);
    }

    @Test
    void saysWhenThereIsMoreAndHowToGetIt() {
        Reply reply = chat("{\"message\":\"too much\"}");

        assertThat(reply.header("Retry-After")).isEqualTo("43201");
        assertThat(reply.json().path("resource").asString()).isEqualTo("tokens");
        assertThat(reply.json().path("limit").asLong()).isEqualTo(50_000);
        assertThat(reply.json().path("used").asLong()).isEqualTo(49_990);
        assertThat(reply.json().path("resetsAt").asString()).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(reply.json().path("upgradeUrl").asString()).isEqualTo("http://nova.test/billing");
    }

    @Test
    void tellsNothingAboutFailuresOfItsOwn() {
        assertThat(chat("{\"message\":\"bug\"}").text()).doesNotContain("secret", "Exception");
    }

    @Test
    void takesMessagesUpToTheLongest() {
        assertThat(chat("{\"message\":\"" + "ä".repeat(32_000) + "\"}").status())
                .isEqualTo(200);
        assertThat(chat("{\"message\":\"" + "ä".repeat(32_001) + "\"}").refusal())
                .isEqualTo("413 payload_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "cnv_", "cnv_1 ", "trn_1", "cnv_../x"})
    void findsNoConversationByWhatIsNoId(String id) {
        assertThat(chat("{\"message\":\"Hi\",\"conversationId\":\"" + id + "\"}")
                        .refusal())
                .isEqualTo("404 not_found");
    }

    @Test
    void replacesNothingWithoutAConversationOrAnId() {
        Reply alone = chat("{\"message\":\"Hi\",\"replaces\":\"trn_1\"}");

        assertThat(alone.refusal()).isEqualTo("400 invalid_request");
        assertThat(alone.json().at("/errors/0/field").asString()).isEqualTo("replaces");
        for (String id : List.of("", "x", "cnv_1", "trn_../x")) {
            assertThat(chat("{\"message\":\"Hi\",\"conversationId\":\"cnv_7\",\"replaces\":\"" + id + "\"}")
                            .refusal())
                    .as(id)
                    .isEqualTo("404 not_found");
        }
    }

    @Test
    void cancels() {
        assertThat(Http.anna().post("/api/intelligence/chat/trn_1/cancel").status())
                .isEqualTo(202);
        assertThat(Http.anna().post("/api/intelligence/chat/trn_2/cancel").refusal())
                .isEqualTo("404 not_found");
        assertThat(Http.anna().post("/api/intelligence/chat/what/cancel").refusal())
                .isEqualTo("404 not_found");
    }

    @Test
    void namesTheModels() {
        assertThat(Http.anna().get("/api/intelligence/models").text())
                .isEqualTo("{\"models\":[{\"id\":\"llama3.2\",\"description\":\"A small model\",\"standIn\":false}],"
                        + "\"default\":\"llama3.2\"}");
    }

    private static Reply chat(String body, String... headers) {
        return Http.anna().post("/api/intelligence/chat", body, headers);
    }
}
