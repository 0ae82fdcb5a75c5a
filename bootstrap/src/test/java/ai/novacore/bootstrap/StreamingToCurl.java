package ai.novacore.bootstrap;

import static ai.novacore.application.model.FakeOllamaReply.stream;
import static ai.novacore.bootstrap.ScriptedModel.OLLAMA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client that nobody here wrote reads an answer as it comes, is killed, and reads on. */
class StreamingToCurl {
    private static final Product PRODUCT = ScriptedModel.first();

    private final Caller ada = Caller.member(PRODUCT.address());

    @Test
    void readsAnAnswerAsItComesAndGoesOnAfterALoss() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        OLLAMA.next(stream().words("Grey cats").hold(latch).token(" purr.").done());
        Process asking = curl(
                "/api/intelligence/chat",
                "-H",
                "Content-Type: application/json",
                "-d",
                "{\"message\":\"Who purrs?\",\"keepGoing\":true}");
        List<String> begun = new ArrayList<>();
        try (BufferedReader lines = asking.inputReader(StandardCharsets.UTF_8)) {
            while (begun.stream().noneMatch(line -> line.contains("\" cats\""))) {
                String line = lines.readLine();
                assertThat(line).as("curl ended after " + begun).isNotNull();
                begun.add(line);
            }
        } finally {
            asking.destroyForcibly();
        }
        assertThat(begun).contains("event: meta", "event: token").doesNotContain("event: done");
        String id = begun.stream()
                .filter(line -> line.startsWith("id:"))
                .reduce("", (earlier, later) -> later.substring("id:".length()).strip());
        assertThat(id).isEqualTo("9");

        Process goingOn = curl("/api/intelligence/chat/" + turn(begun) + "/stream", "-H", "Last-Event-ID: " + id);
        latch.countDown();
        List<String> rest;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(goingOn.getInputStream(), StandardCharsets.UTF_8))) {
            rest = lines.lines().toList();
        }
        assertThat(goingOn.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(goingOn.exitValue()).isZero();
        assertThat(rest).contains("data: {\"text\":\" purr.\"}", "event: done").doesNotContain("event: meta");
    }

    private static String turn(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("turnId"))
                .map(line -> line.replaceAll(".*\"turnId\":\"([^\"]+)\".*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    private Process curl(String path, String... more) {
        List<String> command = new ArrayList<>(List.of(
                "curl",
                "--no-buffer",
                "--silent",
                "--show-error",
                "--fail",
                "--max-time",
                "60",
                "-H",
                "Accept: text/event-stream",
                "-H",
                "Authorization: Bearer " + ada.token(),
                PRODUCT.address().resolve(path).toString()));
        command.addAll(List.of(more));
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new AssertionError("curl is missing: install it", e);
        }
    }
}
