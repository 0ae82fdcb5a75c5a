package ai.novacore.adapters.web.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.stream.ReaderLeft;
import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.FakeQuestions;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamingAnswers {
    private final FakeQuestions questions = TestServer.local().bean(FakeQuestions.class);

    @Test
    void sendsTheEventsInOrder() {
        Reply reply = stream("Hi");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/event-stream");
        assertThat(reply.text()).isEqualTo("""
                        event: meta
                        data: {"conversationId":"cnv_new","turnId":"trn_1","model":"llama3.2","memoriesUsed":[{"id":"mem_1","tier":"ITM","score":0.75}]}

                        id: 3
                        event: token
                        data: {"text":"Hel"}

                        id: 12
                        event: token
                        data: {"text":"lo\\n\\nthere"}

                        event: done
                        data: {"finishReason":"stop","usage":{"inputTokens":12,"outputTokens":3},"quota":%s}

                        """.formatted(AskingQuestions.QUOTA));
    }

    @Test
    void readsOnAfterAnEvent() {
        assertThat(follow("trn_1", "Last-Event-ID", "3").text()).isEqualTo("""
                        : still here

                        event: queued
                        data: {"position":2}

                        : still here

                        id: 12
                        event: token
                        data: {"text":"lo\\n\\nthere"}

                        event: done
                        data: {"finishReason":"stop","usage":{"inputTokens":12,"outputTokens":3},"quota":%s}

                        """.formatted(AskingQuestions.QUOTA));
        assertThat(follow("trn_1?offset=3").text())
                .isEqualTo(follow("trn_1", "Last-Event-ID", "3").text());
        assertThat(follow("trn_1").text()).startsWith("event: meta\n").contains("Hello\\n\\nthere");
        assertThat(follow("trn_1", "Last-Event-ID", "12").text()).doesNotContain("event: token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "12345678901234567890", "1 OR 1=1"})
    void refusesToReadOnAfterNonsense(String id) {
        assertThat(follow("trn_1", "Last-Event-ID", id).refusal()).isEqualTo("400 invalid_request");
        assertThat(follow("trn_2").refusal()).isEqualTo("404 not_found");
    }

    private static Reply follow(String turn, String... headers) {
        String path = turn.contains("?") ? turn.replace("?", "/stream?") : turn + "/stream";
        return Http.anna().get("/api/intelligence/chat/" + path, headers);
    }

    @Test
    void refusesWithAStatusAsLongAsTheTurnHasNotBegun() {
        Reply reply = stream("too much");

        assertThat(reply.refusal()).isEqualTo("429 quota_exceeded");
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(stream("gone").refusal()).isEqualTo("503 model_unavailable");
        assertThat(stream("bug").refusal()).isEqualTo("500 internal_error");
    }

    @Test
    void endsWithAnErrorWhenTheModelBreaksOff() {
        Reply reply = stream("break off");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .contains("event: token\ndata: {\"text\":\"Hel\"}\n\nevent: error\ndata: {")
                .contains("\"code\":\"model_failed\"", "\"correlationId\":\"" + reply.header("X-Correlation-ID"))
                .doesNotContain("event: done");
    }

    @Test
    void worksUnderTheRequestsCorrelation() {
        questions.correlations.clear();

        Http.anna()
                .post(
                        "/api/intelligence/chat",
                        "{\"message\":\"Hi\"}",
                        "Accept",
                        "text/event-stream",
                        "X-Correlation-ID",
                        "stream-0001");

        assertThat(questions.correlations).hasSize(1).first().satisfies(correlation -> {
            assertThat(correlation.id()).isEqualTo("stream-0001");
            assertThat(correlation.actor().id()).isEqualTo("usr_anna");
        });
    }

    @Test
    void stopsTheModelWhenTheReaderLeaves() throws IOException, InterruptedException {
        questions.readersLost.clear();
        String body = "{\"message\":\"talk on\"}";
        String request = "POST /api/intelligence/chat HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n"
                + "Content-Type: application/json\r\nAuthorization: Bearer "
                + TestServer.local().token(FakeAccounts.ANNA) + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), TestServer.local().port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            // More than the first events: the model is talking on by then.
            assertThat(socket.getInputStream().readNBytes(3_000)).hasSize(3_000);
        }

        assertThat(questions.readersLost.poll(30, TimeUnit.SECONDS)).isInstanceOf(ReaderLeft.class);
    }

    private static Reply stream(String message) {
        return Http.anna()
                .post("/api/intelligence/chat", "{\"message\":\"" + message + "\"}", "Accept", "text/event-stream");
    }
}
