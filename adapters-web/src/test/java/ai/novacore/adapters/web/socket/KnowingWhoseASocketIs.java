package ai.novacore.adapters.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.ChatSocket;
import ai.novacore.adapters.web.testing.FakeQuestions;
import ai.novacore.adapters.web.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The security checklist's item 7: what a connection may do follows from its token; its id is no secret and opens nothing. */
class KnowingWhoseASocketIs {
    private static final Path SOURCES = Path.of("src/main/java/ai/novacore/adapters/web/socket");

    @Test
    void readsNoIdOfASocket() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<String> sources = files.map(KnowingWhoseASocketIs::read).toList();

            assertThat(sources)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(source -> assertThat(source).doesNotContain("getId()"));
        }
    }

    @Test
    void opensNothingToWhoNamesAnId() {
        try (ChatSocket anna = ChatSocket.anna()) {
            anna.say("{\"type\":\"cancel\",\"turnId\":\"trn_0\",\"sessionId\":\"0\",\"userId\":\"usr_bea\"}");

            assertThat(anna.next().path("code").asString()).isEqualTo("not_found");
            anna.ask("r1", "Hi").next("done");
            assertThat(TestServer.local()
                            .bean(FakeQuestions.class)
                            .asked
                            .getLast()
                            .user()
                            .value())
                    .isEqualTo("usr_anna");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
