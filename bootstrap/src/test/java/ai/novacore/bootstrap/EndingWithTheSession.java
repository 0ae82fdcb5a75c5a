package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The security checklist's item 5: the end of a session closes what is open, also while the model is silent. */
class EndingWithTheSession {

    @Test
    void closesWhatIsOpen() throws Exception {
        try (Product silent = Product.start("--nova.stand-in.pace=10m")) {
            Caller ada = Caller.member(silent.address());
            ChatPage page = new ChatPage(silent, ada);
            page.ask("r1", "Are you there?").next("meta");
            Iterator<String> events = stream(ada);
            while (!events.next().equals("event: meta")) {
                assertThat(events.hasNext()).isTrue();
            }

            endAllSessions(ada);

            assertThat(page.closing()).isEqualTo("4401 session_ended");
            List<String> rest = new ArrayList<>();
            events.forEachRemaining(rest::add);
            assertThat(rest).contains("event: error");
            assertThat(String.join("", rest)).contains("\"token_invalid\"");
        }
    }

    private static void endAllSessions(Caller ada) {
        ada.get("/auth/sessions")
                .json()
                .path("items")
                .forEach(session -> assertThat(ada.send(ada.request("/auth/sessions/"
                                                + session.path("id").asString())
                                        .DELETE())
                                .status())
                        .isEqualTo(204));
    }

    static Iterator<String> stream(Caller member) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        member.request("/api/intelligence/chat")
                                .header("Content-Type", "application/json")
                                .header("Accept", "text/event-stream")
                                .POST(BodyPublishers.ofString("{\"message\":\"Tell me about my boat, please.\"}"))
                                .build(),
                        BodyHandlers.ofLines())
                .body()
                .iterator();
    }
}
