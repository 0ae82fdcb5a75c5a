package ai.novacore.adapters.web.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeMemories;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.Entry;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.Fault;
import ai.novacore.domain.memory.MemoryKind;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MovingMemories {
    private static final String NDJSON = "application/x-ndjson";

    private final FakeMemories memories = TestServer.local().bean(FakeMemories.class);

    @AfterEach
    void end() {
        memories.endless = false;
    }

    @Test
    void exportsAllPagesAsJson() {
        memories.endless = true;

        Reply reply = Http.anna().get("/api/memory/export");

        assertThat(reply.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(reply.header("Content-Disposition")).isEqualTo("attachment; filename=\"novacore-memories.json\"");
        assertThat(reply.json().path("exportedAt").asString()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(reply.json().path("memories")).hasSize(2);
        assertThat(reply.json().at("/memories/0/content").asString()).isEqualTo("Bakes on Sundays.");
    }

    @Test
    void exportsLinesThatCanBeImported() {
        Reply reply = Http.anna().get("/api/memory/export?format=ndjson");
        assertThat(reply.header("Content-Type")).startsWith(NDJSON);

        imported(BodyPublishers.ofString(reply.text()));

        assertThat(memories.imported)
                .containsExactly(new Entry(
                        1, "Bakes on Sundays.", MemoryKind.FACT, Instant.parse("2026-03-01T12:00:00Z"), null));
    }

    @Test
    void importsLineByLine() {
        Reply reply = imported(BodyPublishers.ofString("""
                {"content":"likes tea","kind":"FACT","occurredAt":"2023-05-08T13:56:00+02:00","thread":"s1","more":[]}

                {"content":"","kind":null,"occurredAt":null,"thread":null}\r
                {"content":"last"}"""));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .isEqualTo("{\"imported\":3,\"skipped\":0,\"errors\":[{\"line\":7,\"code\":\"invalid_json\"}]}");
        assertThat(memories.imported)
                .containsExactly(
                        new Entry(1, "likes tea", MemoryKind.FACT, Instant.parse("2023-05-08T11:56:00Z"), "s1"),
                        new Entry(3, "", MemoryKind.NOTE, null, null),
                        new Entry(4, "last", MemoryKind.NOTE, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|invalid_json",
                "[]|invalid_json",
                "7|invalid_json",
                "{\"content\":\"a\"} {}|invalid_json",
                "{}|invalid_content",
                "{\"content\":7}|invalid_content",
                "{\"content\":\"a\",\"kind\":\"rumour\"}|invalid_kind",
                "{\"content\":\"a\",\"kind\":7}|invalid_kind",
                "{\"content\":\"a\",\"thread\":7}|invalid_thread",
                "{\"content\":\"a\",\"occurredAt\":\"yesterday\"}|invalid_occurred_at",
                "{\"content\":\"a\",\"occurredAt\":7}|invalid_occurred_at",
                "{\"content\":\"a\",\"occurredAt\":\"1969-12-31T23:59:59Z\"}|invalid_occurred_at",
            })
    void namesALineThatHoldsNoMemoryAndGoesOn(String line, String code) {
        imported(BodyPublishers.ofString(line + "\n{\"content\":\"next\"}\n"));

        assertThat(memories.imported)
                .containsExactly(new Fault(1, code), new Entry(2, "next", MemoryKind.NOTE, null, null));
    }

    @Test
    void doesNotReadALineThatIsTooLongOrNoText() {
        byte[] broken = "\n{\"content\":\"\u00e9\"}\n{\"content\":\"next\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] line = ("{\"content\":\"" + "a".repeat(NdjsonMemories.LONGEST_LINE)).getBytes(StandardCharsets.UTF_8);

        imported(BodyPublishers.concat(BodyPublishers.ofByteArray(line), BodyPublishers.ofByteArray(broken)));

        assertThat(memories.imported)
                .containsExactly(
                        new Fault(1, "line_too_long"),
                        new Fault(2, "invalid_json"),
                        new Entry(3, "next", MemoryKind.NOTE, null, null));
    }

    @Test
    void takesMoreThanOtherRoutesDo() {
        String line = "{\"content\":\"" + "a".repeat(8_000) + "\"}\n";

        assertThat(imported(BodyPublishers.ofString(line.repeat(400))).status()).isEqualTo(200);
        assertThat(memories.imported).hasSize(400);
    }

    @Test
    void takesNoOtherForm() {
        Reply reply = Http.anna()
                .send("POST", "/api/memory/import", BodyPublishers.ofString("a,b"), "Content-Type", "text/csv");

        assertThat(reply.status()).isEqualTo(415);
    }

    @Test
    void importsTheBranchOfAConversationThatWasShown() {
        Reply reply = Http.anna().post("/api/memory/import", """
                [{"title":"Tea","conversation_id":"c-1","current_node":"n4","mapping":{
                  "n0":{"id":"n0","message":null,"parent":null,"children":["n1"]},
                  "n1":{"id":"n1","message":{"author":{"role":"user"},"create_time":1683550560.5,
                    "content":{"content_type":"text","parts":["I drink green tea.",{"asset":"x"}]}},"parent":"n0"},
                  "n2":{"id":"n2","message":{"author":{"role":"assistant"},
                    "content":{"content_type":"text","parts":["First try."]}},"parent":"n1"},
                  "n3":{"id":"n3","message":{"author":{"role":"tool"},"content":{"parts":["ran"]}},"parent":"n1"},
                  "n4":{"id":"n4","message":{"author":{"role":"assistant"},
                    "content":{"content_type":"text","parts":["Good choice."]}},"parent":"n3"}}},
                 {"title":"No conversation"}]""");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(memories.imported)
                .containsExactly(
                        new Entry(
                                1,
                                "Member said: I drink green tea.\nAssistant answered: Good choice.",
                                MemoryKind.EXCHANGE,
                                Instant.parse("2023-05-08T12:56:00.500Z"),
                                "c-1"),
                        new Fault(2, "invalid_json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "{}", "[7]", "[{", "[{\"mapping\":{\"a\":{\"parent\":\"a\"}},\"current_node\":\"a\"},", ""})
    void findsNothingInWhatIsNoExport(String body) {
        assertThat(Http.anna().post("/api/memory/import", body).status()).isEqualTo(200);
        assertThat(memories.imported).hasSize(1).first().isInstanceOf(Fault.class);
    }

    @Test
    void readsAConversationAtATime() {
        ChatGptConversations conversations = new ChatGptConversations(
                new ByteArrayInputStream("[{\"mapping\":{}}, oops".getBytes(StandardCharsets.UTF_8)));

        assertThat(List.of(conversations.next())).containsExactly(new Fault(2, "invalid_json"));
        assertThat(conversations.hasNext()).isFalse();
    }

    private static Reply imported(BodyPublisher body) {
        return Http.anna().send("POST", "/api/memory/import", body, "Content-Type", NDJSON);
    }
}
