package ai.novacore.adapters.web.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeHistory;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagingConversations {
    private static final String CONVERSATION = "/api/intelligence/conversations/cnv_1";
    private static final String RATING = "/api/intelligence/turns/trn_1/rating";

    private final FakeHistory history = TestServer.local().bean(FakeHistory.class);

    @BeforeEach
    void forget() {
        history.calls.clear();
    }

    @Test
    void renames() {
        Reply reply = rename("{\"title\":\" Sourdough <3 \"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("title").asString()).isEqualTo("Sourdough <3");
        assertThat(reply.json().propertyNames()).containsExactly("id", "title", "updatedAt", "turnCount");
        assertThat(history.calls).containsExactly("rename Sourdough <3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"title\":\"\"}", "{\"title\":\" \"}", "{\"title\":\"a\\nb\"}", "{\"title\":7}"})
    void refusesTitlesThatNobodyCanRead(String body) {
        Reply reply = rename(body);

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo("title");
    }

    @Test
    void takesTitlesOfTwoHundredCharacters() {
        assertThat(rename("{\"title\":\"" + "🦊".repeat(200) + "\"}").status()).isEqualTo(200);
        assertThat(rename("{\"title\":\"" + "a".repeat(201) + "\"}").refusal()).isEqualTo("400 invalid_request");
    }

    @Test
    void deletes() {
        assertThat(Http.anna()
                        .send("DELETE", CONVERSATION, BodyPublishers.noBody())
                        .status())
                .isEqualTo(204);
        assertThat(history.calls).containsExactly("delete cnv_1");
        assertThat(Http.anna()
                        .send("DELETE", "/api/intelligence/conversations/cnv_2", BodyPublishers.noBody())
                        .refusal())
                .isEqualTo("404 not_found");
    }

    @Test
    void rates() {
        assertThat(Http.anna().put(RATING, "{\"rating\":\"up\"}").status()).isEqualTo(204);
        assertThat(Http.anna()
                        .put(RATING, "{\"rating\":\"down\",\"comment\":\" Too\\nlong \"}")
                        .status())
                .isEqualTo(204);
        assertThat(Http.anna()
                        .put(RATING, "{\"rating\":\"down\",\"comment\":\"\"}")
                        .status())
                .isEqualTo(204);
        assertThat(history.calls)
                .containsExactly("rate trn_1 UP null", "rate trn_1 DOWN Too\nlong", "rate trn_1 DOWN null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"rating\":\"\"}", "{\"rating\":\"best\"}", "{\"rating\":1}"})
    void refusesOtherRatings(String body) {
        Reply reply = Http.anna().put(RATING, body);

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo("rating");
    }

    @Test
    void refusesCommentsThatAreTooLongAndTurnsThatHaveNoAnswer() {
        String tooLong = "{\"rating\":\"up\",\"comment\":\"" + "a".repeat(2_001) + "\"}";

        assertThat(Http.anna().put(RATING, tooLong).json().at("/errors/0/field").asString())
                .isEqualTo("comment");
        assertThat(Http.anna()
                        .put("/api/intelligence/turns/trn_2/rating", "{\"rating\":\"up\"}")
                        .refusal())
                .isEqualTo("409 turn_not_answered");
        assertThat(Http.anna()
                        .put("/api/intelligence/turns/2/rating", "{\"rating\":\"up\"}")
                        .refusal())
                .isEqualTo("404 not_found");
    }

    @Test
    void exportsAFileToBeSaved() {
        Reply json = Http.anna().get(CONVERSATION + "/export");
        Reply markdown = Http.anna().get(CONVERSATION + "/export?format=markdown");

        assertThat(json.header("Content-Disposition")).isEqualTo("attachment; filename=\"novacore-cnv_1.json\"");
        assertThat(json.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(json.json().path("turns").size()).isEqualTo(2);
        assertThat(json.json().path("createdAt").asString()).isEqualTo("2026-03-01T09:00:00.123456789Z");
        assertThat(markdown.header("Content-Disposition")).isEqualTo("attachment; filename=\"novacore-cnv_1.md\"");
        assertThat(markdown.header("Content-Type")).isEqualTo("text/markdown;charset=UTF-8");
        assertThat(markdown.text()).startsWith("# Bread\n").contains("```text\nHow?\n```", "```text\nSo.\n```");
        assertThat(Http.anna().get(CONVERSATION + "/export?format=pdf").refusal())
                .isEqualTo("400 invalid_request");
        assertThat(Http.anna()
                        .get("/api/intelligence/conversations/cnv_2/export")
                        .refusal())
                .isEqualTo("404 not_found");
    }

    private static Reply rename(String body) {
        return Http.anna()
                .send("PATCH", CONVERSATION, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }
}
