package ai.novacore.adapters.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ai.novacore.application.model.FakeOllama;
import ai.novacore.application.model.FakeOllamaReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The fake that the adapter is tested against really speaks Ollama: the official client of npm, which nobody here wrote,
 * understands it.
 */
class SpeakingToOllamasOwnClient {
    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path INSTALLED = Path.of("target/node");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "client.mjs");

    @Test
    void isUnderstood() throws Exception {
        install();
        try (FakeOllama ollama = new FakeOllama("llama3.2:latest").contextLength("llama3.2:latest", 2_048)) {
            ollama.next(FakeOllamaReply.stream()
                    .together("Grüße ", "aus ")
                    .inPackets(10, "東京 🗼")
                    .done());

            JsonNode heard = OllamaHttp.JSON.readTree(
                    run(60, "node", "client.mjs", ollama.baseUrl().toString(), "llama3.2:latest"));

            assertThat(heard.path("pieces"))
                    .extracting(JsonNode::asString)
                    .containsExactly("Grüße ", "aus ", "東京 🗼", "");
            assertThat(heard.path("done").asBoolean()).isTrue();
            assertThat(heard.path("doneReason").asString()).isEqualTo("stop");
            assertThat(heard.path("evalCount").asInt()).isEqualTo(3);
            assertThat(heard.path("models")).extracting(JsonNode::asString).containsExactly("llama3.2:latest");
            assertThat(heard.path("contextLength").asInt()).isEqualTo(2_048);
            assertThat(heard.path("response").asString()).isEqualTo("{\"title\":\"A title by the fake\"}");
            assertThat(heard.path("embeddings").asInt()).isEqualTo(2);
            assertThat(heard.path("missing").asInt()).isEqualTo(404);
        }
    }

    /** Only what the lock file names, by its hash, and without running anything of it; not again while it is the same. */
    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        Path mark = INSTALLED.resolve("node_modules/.package-lock.json");
        boolean fresh = Files.exists(mark)
                && Files.getLastModifiedTime(mark)
                                .compareTo(Files.getLastModifiedTime(SOURCES.resolve("package-lock.json")))
                        >= 0;
        for (String file : FILES) {
            Files.copy(SOURCES.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!fresh) {
            run(300, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        }
    }

    private static String run(long seconds, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(INSTALLED, "output", ".txt");
        Path errors = Files.createTempFile(INSTALLED, "errors", ".txt");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(INSTALLED.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException e) {
            return fail(command[0] + " is not here; ./nova doctor says how to get it", e);
        }
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
            return fail(command[0] + " took more than " + seconds + " seconds");
        }
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return Files.readString(output);
    }
}
