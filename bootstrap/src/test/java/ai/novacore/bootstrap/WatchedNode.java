package ai.novacore.bootstrap;

import ai.novacore.application.model.FakeOllama;
import ai.novacore.bootstrap.observability.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A node in a process of its own with its embedded database and a model that a test can stop, watched by the real
 * Prometheus and Alertmanager.
 */
final class WatchedNode implements AutoCloseable {
    static final String BOSS = "boss@example.org";

    private static final int PORT_LINE = 3;

    private final FakeOllama ollama = new FakeOllama("llama3.2:latest");
    private final Path folder;
    private final NodeProcess node;
    private final Watch watch;

    WatchedNode() {
        try {
            folder = Files.createTempDirectory("nova-watched");
            Path backup = folder.resolve("backup-status");
            Files.writeString(backup, Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n");
            node = NodeProcess.start(
                    folder,
                    List.of(
                            "--nova.ollama.base-url=" + ollama.baseUrl(),
                            "--nova.admin-email=" + BOSS,
                            "--nova.backup.status-file=" + backup,
                            "--nova.tiers.free.messages-per-day=" + Traffic.MESSAGES,
                            "--nova.tiers.basic.requests-per-minute=60",
                            "--nova.tiers.basic.burst=20"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            watch = new Watch(folder, node.address(), node.managementAddress());
        } catch (RuntimeException | Error e) {
            node.close();
            throw e;
        }
    }

    URI address() {
        return node.address();
    }

    URI management() {
        return node.managementAddress();
    }

    Path log() {
        return folder.resolve("data/logs/nova.log");
    }

    /** Its embedded database, for psql. */
    String database() {
        try {
            String port = Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"))
                    .get(PORT_LINE);
            return "postgres://postgres@localhost:" + port.strip() + "/postgres";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeOllama ollama() {
        return ollama;
    }

    Watch watch() {
        return watch;
    }

    @Override
    public void close() {
        watch.close();
        node.close();
        ollama.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
