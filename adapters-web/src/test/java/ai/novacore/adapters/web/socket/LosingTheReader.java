package ai.novacore.adapters.web.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.web.stream.ReaderLeft;
import ai.novacore.adapters.web.stream.StreamSettings;
import ai.novacore.adapters.web.testing.ChatSocket;
import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.FakeQuestions;
import ai.novacore.adapters.web.testing.FakeQuestions.End;
import ai.novacore.adapters.web.testing.RawSocket;
import ai.novacore.adapters.web.testing.TestServer;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Finish;
import ai.novacore.application.shared.ManualClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LosingTheReader {
    private final TestServer server = TestServer.impatient();
    private final FakeQuestions questions = server.bean(FakeQuestions.class);
    private final MeterRegistry meters = server.bean(MeterRegistry.class);

    @BeforeEach
    void forget() {
        questions.ends.clear();
        questions.readersLost.clear();
    }

    /** Failure case 17: also while the model says nothing. */
    @Test
    void stopsTheModelWhenTheReaderLeaves() throws InterruptedException {
        ChatSocket anna = ChatSocket.of(server, "ses-1");
        anna.ask("r1", "wait").next("token");
        anna.vanish();

        End end = questions.ends.poll(20, TimeUnit.SECONDS);
        assertThat(end).extracting(End::finish).isEqualTo(Finish.INTERRUPTED);
        await().until(() -> active() == 0);
    }

    @Test
    void stopsTheModelWhenTheReaderSaysGoodbye() throws InterruptedException {
        try (ChatSocket anna = ChatSocket.of(server, "ses-1")) {
            anna.ask("r1", "wait").next("token");
        }
        assertThat(questions.ends.poll(20, TimeUnit.SECONDS))
                .extracting(End::finish)
                .isEqualTo(Finish.INTERRUPTED);
    }

    /** Failure case 24. */
    @Test
    void cutsOffAReaderWhoStallsAndServesTheOthers() throws Exception {
        try (RawSocket stalled = RawSocket.upgraded(server);
                ChatSocket other = ChatSocket.of(server, "ses-2")) {
            stalled.say("{\"type\":\"chat\",\"requestId\":\"r1\",\"message\":\"talk on\"}");
            stalled.say("{\"type\":\"chat\",\"requestId\":\"r2\",\"message\":\"talk on\"}");
            other.ask("r3", "Hi").next("done");

            assertThat(questions.readersLost.poll(20, TimeUnit.SECONDS)).isInstanceOf(ReaderLeft.class);
            assertThat(questions.readersLost.poll(20, TimeUnit.SECONDS)).isInstanceOf(ReaderLeft.class);
            other.ask("r4", "Hi").next("done");
            await().until(() -> active() == 1);
        }
    }

    /** Failure case 24, for the event stream. */
    @Test
    void cutsOffAReaderOfEventsWhoStalls() throws Exception {
        String body = "{\"message\":\"talk on\"}";
        String request = "POST /api/intelligence/chat HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n"
                + "Content-Type: application/json\r\nAuthorization: Bearer " + server.token(FakeAccounts.ANNA)
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (RawSocket stalled = RawSocket.request(server, request)) {
            assertThat(stalled.head()).startsWith("HTTP/1.1 200 ");

            assertThat(questions.readersLost.poll(20, TimeUnit.SECONDS)).isInstanceOf(ReaderLeft.class);
        }
    }

    @Test
    void hangsUpOnThoseWhoDoNotAnswerAPing() throws IOException {
        ManualClock later = new ManualClock();
        try (RawSocket silent = RawSocket.upgraded(server);
                ChatSocket lively = ChatSocket.of(server, "ses-2")) {
            await().until(() -> active() == 2);
            later.advance(Duration.between(later.instant(), TestServer.NOW));

            beatAt(later);
            assertThat(silent.hasMore()).as("asked before it was silent").isFalse();
            later.advance(Duration.ofSeconds(31));
            beatAt(later);
            assertThat(silent.frame()).isEqualTo("ping");
            lively.say("{\"type\":\"ping\"}").next();
            later.advance(Duration.ofSeconds(29));
            beatAt(later);
            assertThat(active()).isEqualTo(2);
            later.advance(Duration.ofSeconds(2));
            beatAt(later);

            assertThat(silent.frame()).isEqualTo("close 1008 ping_timeout");
            // Whether or not it answers: it must not hold up a stop, nor count for its owner.
            await().until(() -> active() == 1);
            lively.say("{\"type\":\"ping\"}").next();
            assertThat(lively.isOpen()).isTrue();
        }
    }

    private void beatAt(Clock clock) {
        new Heartbeat(server.bean(Connections.class), server.bean(StreamSettings.class), clock).beat();
    }

    private double active() {
        return meters.get("websocket.connections.active").gauge().value();
    }
}
