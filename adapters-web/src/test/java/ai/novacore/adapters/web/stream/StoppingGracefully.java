package ai.novacore.adapters.web.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.web.testing.ChatSocket;
import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.FakeQuestions;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.RawSocket;
import ai.novacore.adapters.web.testing.TestServer;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoppingGracefully {
    private final TestServer server = TestServer.own();
    private final FakeQuestions questions = server.bean(FakeQuestions.class);
    private final OpenStreams streams = server.bean(OpenStreams.class);

    @AfterEach
    void stop() {
        questions.goOn();
        server.stop();
    }

    @Test
    void closesQuietSocketsAtOnceAndBusyOnesAfterTheirAnswer() {
        ChatSocket quiet = ChatSocket.of(server, "ses-1");
        ChatSocket busy = ChatSocket.of(server, "ses-2");
        busy.ask("r1", "wait").next("token");
        quiet.say("{\"type\":\"ping\"}").next();
        Iterator<String> events = Http.anna(server, "ses-3").stream("wait");
        EndingWithTheSession.readUntil(events, "event: token");

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::stop);

        assertThat(quiet.closing()).isEqualTo("1001 shutting_down");
        assertThat(busy.ask("r2", "Hi").next().path("code").asString()).isEqualTo("shutting_down");
        assertThat(busy.isOpen()).isTrue();
        questions.goOn();
        assertThat(busy.next().path("type").asString()).isEqualTo("done");
        assertThat(busy.closing()).isEqualTo("1001 shutting_down");
        assertThat(EndingWithTheSession.rest(events)).contains("event: done");
        await().until(stopping::isDone);
    }

    @Test
    void opensNothingNew() {
        streams.closing(true);

        assertThat(Http.raw(server, RawSocket.upgrade(server.token(FakeAccounts.ANNA)) + "\r\n"))
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: ", "application/problem+json", "\"shutting_down\"");
    }

    @Test
    void interruptsWhatDoesNotEndInTime() {
        ChatSocket busy = ChatSocket.of(server, "ses-1");
        busy.ask("r1", "wait").next("token");
        Iterator<String> events = Http.anna(server, "ses-3").stream("wait");
        EndingWithTheSession.readUntil(events, "event: token");
        StreamSettings hurried = new StreamSettings(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

        new StreamShutdown(streams, server.bean(SessionWatch.class), hurried).stop();

        assertThat(busy.next("done").path("finishReason").asString()).isEqualTo("interrupted");
        assertThat(busy.closing()).isEqualTo("1001 shutting_down");
        assertThat(String.join("", EndingWithTheSession.rest(events))).contains("\"finishReason\":\"interrupted\"");
    }
}
