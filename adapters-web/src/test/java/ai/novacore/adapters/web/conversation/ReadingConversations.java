package ai.novacore.adapters.web.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeHistory;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReadingConversations {
    private final FakeHistory history = TestServer.local().bean(FakeHistory.class);

    @Test
    void listsAndGoesOnWhereThePageEnded() {
        history.calls.clear();

        JsonNode first = Http.anna()
                .get("/api/intelligence/conversations?q=bread&limit=1")
                .json();
        String cursor = first.path("nextCursor").asString();
        JsonNode second = Http.anna()
                .get("/api/intelligence/conversations?q=%20&cursor=" + cursor)
                .json();

        assertThat(first.path("items").toString())
                .isEqualTo("[{\"id\":\"cnv_1\",\"title\":\"Bread\",\"updatedAt\":\"2026-03-01T09:00:00.123456789Z\","
                        + "\"turnCount\":2}]");
        assertThat(second.has("nextCursor")).isTrue();
        assertThat(second.path("nextCursor").isNull()).isTrue();
        assertThat(history.calls)
                .containsExactly(
                        "bread PageRequest[after=null, limit=1]",
                        "null PageRequest[after=Cursor[at=2026-03-01T09:00:00.123456789Z, id=cnv_1], limit=20]");
    }

    @Test
    void showsAThreadWithWhatIsNotThereYet() {
        assertThat(Http.anna().get("/api/intelligence/conversations/cnv_1").text())
                .isEqualTo("{\"id\":\"cnv_1\",\"title\":\"Bread\",\"turns\":["
                        + "{\"turnId\":\"trn_0\",\"prompt\":\"How?\",\"reply\":\"So.\",\"status\":\"completed\","
                        + "\"finishReason\":\"length\",\"failure\":null,"
                        + "\"usage\":{\"inputTokens\":12,\"outputTokens\":3},\"memoriesUsed\":[],\"rating\":\"up\",\"ratingComment\":\"Crisp\","
                        + "\"startedAt\":\"2026-03-01T09:00:00.123456789Z\","
                        + "\"endedAt\":\"2026-03-01T09:00:00.123456789Z\",\"replacedBy\":\"trn_1\"},"
                        + "{\"turnId\":\"trn_1\",\"prompt\":\"How?\",\"reply\":\"So.\",\"status\":\"completed\","
                        + "\"finishReason\":\"length\",\"failure\":null,"
                        + "\"usage\":{\"inputTokens\":12,\"outputTokens\":3},\"memoriesUsed\":[],\"rating\":\"up\",\"ratingComment\":\"Crisp\","
                        + "\"startedAt\":\"2026-03-01T09:00:00.123456789Z\","
                        + "\"endedAt\":\"2026-03-01T09:00:00.123456789Z\",\"replacedBy\":null},"
                        + "{\"turnId\":\"trn_2\",\"prompt\":\"And?\",\"reply\":null,\"status\":\"started\","
                        + "\"finishReason\":null,\"failure\":null,"
                        + "\"usage\":null,\"memoriesUsed\":[],\"rating\":null,\"ratingComment\":null,"
                        + "\"startedAt\":\"2026-03-01T09:00:00.123456789Z\",\"endedAt\":null,\"replacedBy\":null}]}");
    }

    @Test
    void findsNeitherTheUnknownNorWhatIsNoId() {
        assertThat(Http.anna().get("/api/intelligence/conversations/cnv_2").refusal())
                .isEqualTo("404 not_found");
        assertThat(Http.anna().get("/api/intelligence/conversations/2").refusal())
                .isEqualTo("404 not_found");
    }
}
