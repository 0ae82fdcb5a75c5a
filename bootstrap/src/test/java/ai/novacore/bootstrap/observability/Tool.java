package ai.novacore.bootstrap.observability;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that others made, as the system has it. Where one is missing, tests that need it are skipped and say so; with
 * the environment variable CI they fail, as CI installs all of them.
 */
public enum Tool {
    PROMETHEUS("prometheus", "prometheus"),
    PROMTOOL("prometheus", "promtool"),
    ALERTMANAGER("prometheus-alertmanager", "prometheus-alertmanager", "alertmanager"),
    AMTOOL("prometheus-alertmanager", "amtool"),
    NODE_EXPORTER("prometheus-node-exporter", "prometheus-node-exporter", "node_exporter"),
    BLACKBOX("prometheus-blackbox-exporter", "prometheus-blackbox-exporter", "blackbox_exporter"),
    JQ("jq", "jq"),
    CURL("curl", "curl"),
    PSQL("postgresql-client", "psql");

    private static final long PATIENCE_SECONDS = 60;

    private final String pack;
    private final String debian;
    private final String elsewhere;

    Tool(String pack, String name) {
        this(pack, name, name);
    }

    Tool(String pack, String debian, String elsewhere) {
        this.pack = pack;
        this.debian = debian;
        this.elsewhere = elsewhere;
    }

    /** What a program said, standard error included. */
    public record Said(int code, String words) {}

    /** Skips the test that asks, or in CI fails it, unless all of these are here. */
    public static void need(Tool... tools) {
        List<String> missing = Arrays.stream(tools)
                .filter(tool -> tool.find().isEmpty())
                .map(tool -> tool.debian + " (apt-get install " + tool.pack + ")")
                .toList();
        if (!missing.isEmpty() && System.getenv("CI") != null) {
            fail("CI has to install: " + String.join(", ", missing));
        }
        Assumptions.assumeTrue(
                missing.isEmpty(), () -> "not tested, as these are missing: " + String.join(", ", missing));
    }

    String path() {
        need(this);
        return find().orElseThrow().toString();
    }

    private Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(debian, elsewhere).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs it to its end. */
    public Said run(String... arguments) {
        return run(null, arguments);
    }

    /** Runs it to its end, reading a file. */
    public Said run(Path input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(path()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        try {
            return ended(builder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Said ended(ProcessBuilder builder) throws IOException, InterruptedException {
        Path output = Files.createTempFile("nova-tool", ".txt");
        try {
            Process process = builder.redirectOutput(output.toFile()).start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                fail(builder.command() + " takes too long: " + Files.readString(output));
            }
            return new Said(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }
}
