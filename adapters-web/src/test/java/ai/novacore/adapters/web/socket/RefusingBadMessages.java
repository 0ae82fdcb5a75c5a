package ai.novacore.adapters.web.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.web.testing.ChatSocket;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.TestServer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RefusingBadMessages {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{",
                "null",
                "[]",
                "\"chat\"",
                "{}",
                "{\"type\":5}",
                "{\"type\":null}",
                "{\"type\":\"\"}",
                "{\"type\":\"CHAT\"}",
                "{\"type\":\"shout\"}",
                "{\"type\":\"ping\"} {}",
                "{\"type\":\"cancel\"}",
                "{\"type\":\"cancel\",\"turnId\":null}",
                "{\"type\":\"cancel\",\"turnId\":[\"trn_1\"]}",
                "{\"type\":\"chat\",\"message\":\"Hi\"}",
                "{\"type\":\"chat\",\"requestId\":\"\",\"message\":\"Hi\"}",
                "{\"type\":\"chat\",\"requestId\":7,\"message\":\"Hi\"}",
                "{\"type\":\"chat\",\"requestId\":\"\\u0000\",\"message\":\"Hi\"}",
            })
    void tellsWhatIsWrongAndStays(String message) {
        try (ChatSocket anna = ChatSocket.anna()) {
            JsonNode error = anna.say(message).next();

            assertThat(error.path("type").asString()).isEqualTo("error");
            assertThat(error.path("code").asString()).isEqualTo("invalid_request");
            assertThat(anna.say("{\"type\":\"ping\"}").next().path("type").asString())
                    .isEqualTo("pong");
        }
    }

    /** The same bodies, the same refusals: with one address for both, nobody has to learn two sets of rules. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"other\":1",
                "\"message\":null",
                "\"message\":5",
                "\"message\":\"\"",
                "\"message\":\" \\n \"",
                "\"message\":\"a\\u0000b\"",
                "\"message\":\"a\\ud800b\"",
                "\"message\":{\"a\":1}",
                "\"message\":\"Hi\",\"model\":\"\"",
                "\"message\":\"Hi\",\"model\":3",
                "\"message\":\"Hi\",\"conversationId\":3",
                "\"message\":\"Hi\",\"conversationId\":\"x\"",
                "\"message\":\"Hi\",\"useMemory\":\"true\"",
                "\"message\":\"Hi\",\"useMemory\":0",
            })
    void refusesWhatIsRefusedOverHttp(String fields) {
        JsonNode overHttp =
                Http.anna().post("/api/intelligence/chat", "{" + fields + "}").json();
        try (ChatSocket anna = ChatSocket.anna()) {
            JsonNode error = anna.say("{\"type\":\"chat\",\"requestId\":\"r1\"," + fields + "}")
                    .next();

            assertThat(error.path("type").asString()).isEqualTo("error");
            assertThat(error.path("requestId").asString()).isEqualTo("r1");
            for (String field : new String[] {"code", "status", "title", "detail", "errors"}) {
                assertThat(error.path(field)).as(field).isEqualTo(overHttp.path(field));
            }
        }
    }

    @Test
    void refusesQuestionsThatAreTooLong() {
        try (ChatSocket anna = ChatSocket.anna()) {
            assertThat(anna.ask("r1", "a".repeat(32_001)).next().path("code").asString())
                    .isEqualTo("payload_too_large");
            anna.ask("r2", "a".repeat(32_000)).next("done");
        }
    }

    @Test
    void hangsUpOnMessagesThatAreTooBig() {
        try (ChatSocket anna = ChatSocket.anna()) {
            anna.ask("r1", "a".repeat(Inbox.LONGEST_BYTES - 200));
            assertThat(anna.next().path("code").asString()).isEqualTo("payload_too_large");
            anna.ask("r1", "a".repeat(Inbox.LONGEST_BYTES));

            assertThat(anna.closing()).isEqualTo("1009 message_too_big");
        }
    }

    @Test
    void hangsUpOnPartsThatAreTooBigTogether() {
        try (ChatSocket anna = ChatSocket.anna()) {
            for (int i = 0; i < 5; i++) {
                anna.sayPart("ä".repeat(27_000), false);
            }

            assertThat(anna.closing()).isEqualTo("1009 message_too_big");
        }
    }

    @Test
    void hangsUpOnBinaryMessages() {
        Counter closings = TestServer.local().bean(MeterRegistry.class).counter("websocket.closings", "code", "1003");
        double before = closings.count();
        try (ChatSocket anna = ChatSocket.anna()) {
            anna.sayBytes((byte) 1, (byte) 2);

            assertThat(anna.closing()).isEqualTo("1003 text_only");
        }
        // The client hears of the end before the server has counted it.
        await().until(() -> closings.count() > before);
    }
}
