package ai.novacore.bootstrap.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in the data folder, as durable as any: it survives restarts, and comes back by itself after the
 * process or the machine was killed.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts it, after having ended a server that a killed process may have left behind. */
    public static EmbeddedDatabase start(DataFolder folder) {
        Path directory = folder.path().resolve("postgres");
        Path serverFiles = folder.path().resolve("postgres-server");
        // It logs every line of the server at WARN otherwise, start-up messages included.
        Logger.getLogger(EmbeddedPostgres.class.getName()).setLevel(Level.SEVERE);
        try {
            endLeftover(directory.resolve("postmaster.pid"));
            Files.createDirectories(serverFiles);
            return new EmbeddedDatabase(EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setOverrideWorkingDirectory(serverFiles.toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(PATIENCE)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_directory", "log")
                    .setServerConfig("log_filename", "postgresql-%a.log")
                    .setServerConfig("log_truncate_on_rotation", "on")
                    // Details of errors are the values that they are about.
                    .setServerConfig("log_error_verbosity", "terse")
                    .setServerConfig("log_rotation_age", "1d")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL in " + directory + " does not start", e);
        }
    }

    /** Nobody else has the data folder, so a server that still runs on it belongs to a process that was killed. */
    private static void endLeftover(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        ProcessHandle server = lines.isEmpty()
                ? null
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElse(null);
        if (server == null || !isPostgres(server)) {
            return; // PostgreSQL recognises a file that a crash left behind by itself
        }
        LOG.info("Ending the PostgreSQL server that a killed process left behind");
        server.destroy();
        try {
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            server.destroyForcibly();
            server.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }

    public String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not stop", e);
        }
    }
}
