package ai.novacore.adapters.web.stream;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.ChatSocket;
import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.FakeQuestions;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.TestServer;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Finish;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The security checklist's items 5 and 6: what is open ends with the session, and with the suspension of its owner. */
class EndingWithTheSession {
    private final TestServer server = TestServer.local();
    private final FakeAccounts accounts = server.bean(FakeAccounts.class);
    private final FakeQuestions questions = server.bean(FakeQuestions.class);
    private final SessionWatch watch = server.bean(SessionWatch.class);

    @BeforeEach
    void forget() {
        questions.ends.clear();
    }

    @AfterEach
    void reinstate() {
        accounts.suspended = false;
    }

    @Test
    void closesASocketAndStopsWhatRunsInIt() throws InterruptedException {
        try (ChatSocket ending = ChatSocket.anna("ses-a");
                ChatSocket other = ChatSocket.anna("ses-b")) {
            ending.ask("r1", "wait").next("token");
            accounts.over.add("ses-a");

            watch.look();

            assertThat(ending.closing()).isEqualTo("4401 session_ended");
            assertThat(questions.ends.poll(20, TimeUnit.SECONDS))
                    .extracting("finish")
                    .isEqualTo(Finish.INTERRUPTED);
            other.ask("r2", "Hi").next("done");
        }
    }

    @Test
    void closesTheSocketsOfWhoIsSuspended() {
        try (ChatSocket anna = ChatSocket.anna("ses-c")) {
            anna.say("{\"type\":\"ping\"}").next();
            accounts.suspended = true;

            watch.look();

            assertThat(anna.closing()).isEqualTo("4401 account_suspended");
        }
    }

    @Test
    void closesASocketWhenItsTokenExpires() {
        try (ChatSocket anna = ChatSocket.anna("ses-d")) {
            anna.say("{\"type\":\"ping\"}").next();

            lookAfter(Duration.ofMinutes(15).minusSeconds(1));
            anna.say("{\"type\":\"ping\"}").next();
            lookAfter(Duration.ofMinutes(15));

            assertThat(anna.closing()).isEqualTo("4401 token_expired");
        }
    }

    @Test
    void endsAnAnswerAndTellsWhy() {
        Iterator<String> lines = Http.anna(server, "ses-e").stream("wait");
        readUntil(lines, "event: token");
        accounts.over.add("ses-e");

        watch.look();

        List<String> rest = rest(lines);
        assertThat(rest).contains("event: error").doesNotContain("event: done");
        assertThat(String.join("", rest)).contains("\"code\":\"token_invalid\"", "\"correlationId\"");
        assertThat(questions.ends.poll()).extracting("finish").isEqualTo(Finish.INTERRUPTED);
    }

    @Test
    void endsAnAnswerThatIsGivenAsAWhole() {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> Http.anna(server, "ses-f")
                .post("/api/intelligence/chat", "{\"message\":\"wait for the whole\"}")
                .refusal());
        org.awaitility.Awaitility.await()
                .until(() -> questions.asked.stream().anyMatch(q -> q.message().equals("wait for the whole")));
        accounts.over.add("ses-f");

        org.awaitility.Awaitility.await().until(() -> {
            watch.look();
            return answer.isDone();
        });

        assertThat(answer.join()).isEqualTo("401 token_invalid");
    }

    @Test
    void letsAnAnswerOutliveItsToken() {
        Iterator<String> lines = Http.anna(server, "ses-g").stream("wait");
        readUntil(lines, "event: token");

        lookAfter(Duration.ofHours(1));
        questions.goOn();

        assertThat(rest(lines)).contains("event: done").doesNotContain("event: error");
    }

    private void lookAfter(Duration time) {
        Clock later = Clock.fixed(TestServer.NOW.plus(time), ZoneOffset.UTC);
        new SessionWatch(server.bean(OpenStreams.class), accounts, later).look();
    }

    static void readUntil(Iterator<String> lines, String wanted) {
        while (!lines.next().equals(wanted)) {
            assertThat(lines.hasNext()).isTrue();
        }
    }

    static List<String> rest(Iterator<String> lines) {
        List<String> rest = new ArrayList<>();
        lines.forEachRemaining(rest::add);
        return rest;
    }
}
