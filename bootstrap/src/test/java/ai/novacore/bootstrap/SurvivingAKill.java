package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.bootstrap.Caller.Answer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real process with the embedded PostgreSQL, killed in the middle of an answer. */
class SurvivingAKill {
    private final Path folder;
    private @Nullable NodeProcess running;

    SurvivingAKill(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void keepsEveryAcknowledgedTurnAndEndsTheOneThatWasCutOff() throws Exception {
        URI address = start("--nova.stand-in.pace=0ms");
        Caller ada = Caller.member(address);
        Answer told = ada.ask("My boat is called Seagull.");
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        String finished = told.json().path("turnId").asString();
        kill();

        address = start("--nova.stand-in.pace=300ms");
        ada = new Caller(address).logIn(ada.email());
        assertThat(turnIds(ada)).containsExactly(finished);
        String cutOff = beginAnswer(ada);
        kill();

        address = start("--nova.stand-in.pace=0ms");
        Caller back = new Caller(address).logIn(ada.email());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> statusOf(back, cutOff).equals("interrupted"));
        assertThat(turnIds(back)).containsExactlyInAnyOrder(finished, cutOff);
        assertThat(statusOf(back, finished)).isEqualTo("completed");
        await().until(() ->
                DoingTheMainJob.resource(back, "tokens").path("reserved").asLong() == 0);
        assertThat(DoingTheMainJob.resource(back, "messages").path("used").asLong())
                .isEqualTo(2);
        assertThat(DoingTheMainJob.resource(back, "tokens").path("used").asLong())
                .isEqualTo(DoingTheMainJob.settledInLedger(back));
        assertThat(back.ask("What is my boat called?").json().path("reply").asString())
                .contains("Seagull");
    }

    private void kill() {
        Objects.requireNonNull(running).kill();
    }

    /** Returns when the first words of the answer have come. */
    private static String beginAnswer(Caller ada) throws Exception {
        var response = HttpClient.newHttpClient()
                .send(
                        ada.request("/api/intelligence/chat")
                                .header("Content-Type", "application/json")
                                .header("Accept", "text/event-stream")
                                .POST(BodyPublishers.ofString("{\"message\":\"Tell me about my boat, please.\"}"))
                                .build(),
                        BodyHandlers.ofInputStream());
        BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        String turn = "";
        int tokens = 0;
        while (tokens < 2) {
            String line = lines.readLine();
            if (line.contains("turnId")) {
                turn = line.replaceAll(".*\"turnId\":\"([^\"]+)\".*", "$1");
            }
            tokens += line.contains("\"text\"") ? 1 : 0;
        }
        return turn;
    }

    private static List<String> turnIds(Caller person) {
        return turns(person).stream()
                .map(turn -> turn.path("turnId").asString())
                .toList();
    }

    private static String statusOf(Caller person, String turnId) {
        return turns(person).stream()
                .filter(turn -> turn.path("turnId").asString().equals(turnId))
                .map(turn -> turn.path("status").asString())
                .findFirst()
                .orElse("");
    }

    private static List<JsonNode> turns(Caller person) {
        return person.get("/api/intelligence/conversations")
                .json()
                .path("items")
                .valueStream()
                .map(item -> person.get("/api/intelligence/conversations/"
                                + item.path("id").asString())
                        .json())
                .flatMap(thread -> thread.path("turns").valueStream())
                .toList();
    }

    private URI start(String setting) {
        running = NodeProcess.start(folder, List.of("--nova.ollama.base-url=http://localhost:1", setting));
        return running.address();
    }
}
