package ai.novacore.bootstrap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.logging.LoggingSystem;

/** What a product logs and prints that is started after this, down to its finest detail. */
final class CapturedLogs implements AutoCloseable {
    /** What the product has to be started with. */
    static final String DETAILED = "--logging.level.ai.novacore=DEBUG";

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    CapturedLogs() {
        // Otherwise it would go on writing into the file of the product that was started before.
        LoggingSystem.get(CapturedLogs.class.getClassLoader()).cleanUp();
        PrintStream capturing = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(capturing);
        System.setErr(capturing);
    }

    /** All that stands in the log files of a data folder. */
    static List<String> lines(Path data) {
        Path logs = data.resolve("logs");
        try (var files = Files.list(logs)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
            return all.toString().lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        LoggingSystem.get(CapturedLogs.class.getClassLoader()).setLogLevel("ai.novacore", null);
    }
}
