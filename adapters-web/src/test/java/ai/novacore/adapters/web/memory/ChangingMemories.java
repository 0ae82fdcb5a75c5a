package ai.novacore.adapters.web.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeMemories;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangingMemories {
    private final FakeMemories memories = TestServer.local().bean(FakeMemories.class);

    @Test
    void correctsTheText() {
        Reply reply = patch("{\"content\":\"Bakes on Mondays.\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("content").asString()).isEqualTo("Bakes on Mondays.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"content\":null}", "{\"content\":\" \"}", "{\"content\":7}"})
    void refusesACorrectionWithoutAText(String body) {
        Reply reply = patch(body);

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo("content");
    }

    @Test
    void forgets() {
        memories.calls.clear();

        Reply reply = Http.anna().send("DELETE", "/api/memory/memories/mem_1", BodyPublishers.noBody());

        assertThat(reply.status()).isEqualTo(204);
        assertThat(memories.calls).containsExactly("forget mem_1");
        assertThat(Http.anna()
                        .send("DELETE", "/api/memory/memories/mem_2", BodyPublishers.noBody())
                        .refusal())
                .isEqualTo("404 not_found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}|null", "{\"runId\":null}|null", "{\"runId\":\"run_1\"}|RunId[value=run_1]"})
    void restores(String body, String run) {
        memories.calls.clear();

        Reply reply = Http.anna().post("/api/memory/memories/mem_1/restore", body);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("id").asString()).isEqualTo("mem_1");
        assertThat(memories.calls).containsExactly("restore mem_1 " + run);
    }

    @Test
    void restoresWithoutABody() {
        assertThat(Http.anna().post("/api/memory/memories/mem_1/restore").status())
                .isEqualTo(200);
        assertThat(Http.anna()
                        .post("/api/memory/memories/mem_1/restore", "{\"runId\":\"7\"}")
                        .refusal())
                .isEqualTo("404 not_found");
    }

    @Test
    void tellsTheHistory() {
        Reply reply = Http.anna().get("/api/memory/memories/mem_1/history");

        assertThat(reply.json().path("events")).hasSize(9);
        assertThat(reply.json().at("/events/0").toString())
                .isEqualTo("{\"sequence\":1,\"type\":\"memory.step\",\"at\":\"2026-03-01T12:00:00Z\","
                        + "\"actor\":\"member\",\"runId\":\"run_1\",\"content\":\"Bakes on Sundays.\",\"tier\":\"STM\","
                        + "\"evidence\":[{\"conversationId\":\"cnv_1\",\"turnId\":\"trn_1\"}]}");
        assertThat(reply.json().at("/events/1/turnId").asString()).isEqualTo("trn_2");
        assertThat(reply.json().at("/events/3/from").asString()).isEqualTo("STM");
        assertThat(reply.json().at("/events/3/score").asDouble()).isEqualTo(0.75);
        assertThat(reply.json().at("/events/4/other").asString()).isEqualTo("mem_2");
        assertThat(reply.json().at("/events/6/reason").asString()).isEqualTo("contradiction");
        assertThat(reply.json().at("/events/8/reason").asString()).isEqualTo("member");
        assertThat(Http.anna().get("/api/memory/memories/mem_2/history").refusal())
                .isEqualTo("404 not_found");
    }

    private static Reply patch(String body) {
        return Http.anna()
                .send(
                        "PATCH",
                        "/api/memory/memories/mem_1",
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/json");
    }
}
