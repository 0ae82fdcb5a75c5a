package ai.novacore.adapters.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.FakeBelongings;
import ai.novacore.adapters.web.testing.FakeBelongings.Course;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TakingPersonalDataAlong {
    private final FakeBelongings data = TestServer.local().bean(FakeBelongings.class);

    @AfterEach
    void goOnAsUsual() {
        data.course = Course.WHOLE;
    }

    @Test
    void givesOneFileToBeSaved() {
        Reply reply = Http.anna().get("/auth/me/export");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"novacore-personal-data.json\"");
        assertThat(reply.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.json().propertyNames())
                .containsExactly(
                        "exportedAt",
                        "account",
                        "subscription",
                        "conversations",
                        "memories",
                        "ledger",
                        "feedback",
                        "looks",
                        "policyDecisions",
                        "complete");
        assertThat(reply.json().path("complete").asBoolean()).isTrue();
    }

    @Test
    void tellsEachThingAsItIsToldElsewhere() {
        JsonNode file = Http.anna().get("/auth/me/export").json();

        assertThat(file.at("/account/user"))
                .isEqualTo(Http.anna().get("/auth/me").json());
        assertThat(file.at("/account/standing").asString()).isEqualTo("active");
        assertThat(file.at("/account/sessions/0/current").asBoolean()).isTrue();
        assertThat(file.at("/conversations/0/turns"))
                .isEqualTo(Http.anna()
                        .get("/api/intelligence/conversations/cnv_1")
                        .json()
                        .path("turns"));
        assertThat(file.at("/conversations/0/turns/0/replacedBy").asString()).isEqualTo("trn_1");
        assertThat(file.at("/memories/0/memory/status").asString()).isEqualTo("forgotten");
        assertThat(file.at("/memories/0/history/0/content").asString()).isEqualTo("Rye");
        assertThat(file.path("ledger").toString())
                .isEqualTo("[{\"at\":\"2026-03-01T11:00:00Z\",\"turnId\":\"trn_1\",\"model\":\"llama3.2\","
                        + "\"inputTokens\":12,\"outputTokens\":3,\"kind\":\"settled\"}]");
        assertThat(file.path("feedback").toString())
                .isEqualTo("[{\"id\":\"fbk_1\",\"at\":\"2026-03-01T11:00:00Z\",\"category\":\"praise\","
                        + "\"message\":\"Nice\",\"page\":\"/chat\"}]");
        assertThat(file.path("policyDecisions").toString())
                .isEqualTo("[{\"at\":\"2026-03-01T11:00:00Z\",\"conversationId\":null,\"turnId\":null,"
                        + "\"direction\":\"prompt\",\"decision\":\"block\",\"principles\":[\"p\"]}]");
    }

    @Test
    void doesNotTellWhoOfTheStaffLookedAndWhy() {
        assertThat(Http.anna().get("/auth/me/export").json().path("looks").toString())
                .isEqualTo("[{\"at\":\"2026-03-01T11:00:00Z\",\"target\":\"usr_anna\",\"unmasked\":false}]");
    }

    @Test
    void isRefusedWhenItWasAskedForTooOften() {
        data.course = Course.THROTTLED;

        Reply reply = Http.anna().get("/auth/me/export");

        assertThat(reply.refusal()).isEqualTo("429 export_throttled");
        assertThat(reply.header("Retry-After")).isNotEmpty();
        assertThat(reply.header("Content-Disposition")).isEmpty();
    }

    @Test
    void isNeverTakenForWholeWhenItBreaksOff() {
        data.course = Course.BREAKING_OFF_EARLY;
        Reply early = Http.anna().get("/auth/me/export");

        assertThat(early.refusal()).isEqualTo("500 internal_error");
        assertThat(early.text()).doesNotContain("database", "\"complete\"");

        data.course = Course.BREAKING_OFF_LATE;
        String late = Http.raw("GET /auth/me/export HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + TestServer.local().token(FakeAccounts.ANNA) + "\r\n\r\n");

        assertThat(late).startsWith("HTTP/1.1 200").doesNotContain("\"complete\"", "database");
    }
}
