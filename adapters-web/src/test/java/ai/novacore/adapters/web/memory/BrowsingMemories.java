package ai.novacore.adapters.web.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeMemories;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowsingMemories {
    private static final String MEMORY = "{\"id\":\"mem_1\",\"tier\":\"ITM\",\"kind\":\"fact\","
            + "\"content\":\"Bakes on Sundays.\",\"importance\":0.6,\"createdAt\":\"2026-03-01T12:00:00Z\","
            + "\"lastRecalledAt\":null,\"evidence\":[{\"conversationId\":\"cnv_1\",\"turnId\":\"trn_1\"}],"
            + "\"occurredAt\":\"2026-03-01T12:00:00Z\",\"thread\":null";
    private static final String STANDING = ",\"status\":\"active\",\"supersededBy\":null}";

    private final FakeMemories memories = TestServer.local().bean(FakeMemories.class);

    @Test
    void listsThem() {
        memories.calls.clear();

        Reply reply = Http.anna().get("/api/memory/memories?tier=ITM&kind=fact&limit=7");

        assertThat(reply.text()).isEqualTo("{\"items\":[" + MEMORY + STANDING + "],\"nextCursor\":null}");
        assertThat(memories.calls).containsExactly("ITM FACT ACTIVE 7");
    }

    @Test
    void listsWhatWasForgotten() {
        memories.calls.clear();

        Http.anna().get("/api/memory/memories?status=forgotten");

        assertThat(memories.calls).containsExactly("null null FORGOTTEN 20");
    }

    @Test
    void findsOneById() {
        assertThat(Http.anna().get("/api/memory/memories/mem_1").text()).isEqualTo(MEMORY + STANDING);
        assertThat(Http.anna().get("/api/memory/memories/mem_2").refusal()).isEqualTo("404 not_found");
        assertThat(Http.anna().get("/api/memory/memories/1").refusal()).isEqualTo("404 not_found");
    }

    @Test
    void searchesThem() {
        memories.calls.clear();

        Reply reply = Http.anna().get("/api/memory/search?q=bread%20baking&tier=itm");

        assertThat(reply.text()).isEqualTo("{\"results\":[" + MEMORY + ",\"score\":0.5}]}");
        assertThat(memories.calls).containsExactly("bread baking ITM 20");
    }

    @Test
    void countsThem() {
        assertThat(Http.anna().get("/api/memory/stats").text())
                .isEqualTo("{\"STM\":4,\"ITM\":2,\"LTM\":1,\"total\":7}");
    }

    @Test
    void keepsWhatAMemberWrites() {
        Reply note = Http.anna().post("/api/memory/memories", "{\"content\":\" I bake. \"}");
        Reply fact = Http.anna().post("/api/memory/memories", "{\"content\":\"I bake.\",\"kind\":\"fact\"}");

        assertThat(note.status()).isEqualTo(201);
        assertThat(note.json().path("content").asString()).isEqualTo("I bake.");
        assertThat(note.json().path("kind").asString()).isEqualTo("note");
        assertThat(fact.json().path("kind").asString()).isEqualTo("fact");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/memory/search|q",
                "/api/memory/search?q=|q",
                "/api/memory/search?q=%20%20|q",
                "/api/memory/search?q=a%00|q",
                "/api/memory/search?q=a&limit=0|limit",
                "/api/memory/search?q=a&tier=XTM|tier",
                "/api/memory/memories?kind=rumour|kind",
                "/api/memory/memories?status=erased|status",
                "/api/memory/export?format=csv|format",
            })
    void refusesWhatCannotBeMeant(String path, String field) {
        Reply reply = Http.anna().get(path);

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|content",
                "{\"content\":\" \"}|content",
                "{\"content\":7}|content",
                "{\"content\":\"a\",\"kind\":\"rumour\"}|kind",
                "{\"content\":\"a\",\"kind\":{}}|kind",
            })
    void refusesWhatCannotBeKept(String body, String field) {
        Reply reply = Http.anna().post("/api/memory/memories", body);

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo(field);
    }
}
