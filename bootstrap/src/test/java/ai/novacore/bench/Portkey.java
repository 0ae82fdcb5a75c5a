package ai.novacore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * The gateway of the npm package {@code @portkey-ai/gateway}, in the version that is pinned, without the scripts of its
 * packages, with its log page off as in production. Clients speak OpenAI's form to it, and it speaks it to Ollama.
 */
final class Portkey implements AutoCloseable {
    static final String NAME = "through portkey";
    private static final Path MANIFEST = Path.of("bootstrap", "src", "test", "bench", "gateway");
    private static final Path INSTALLED = Path.of("bootstrap", "target", "bench-gateway");

    private final OwnProcess process;
    private final int port;
    private final int model;

    private Portkey(OwnProcess process, int port, int model) {
        this.process = process;
        this.port = port;
        this.model = model;
    }

    /** @throws IOException with a message for people when Node.js or npm are missing, or the package cannot be had */
    static Portkey start(Path folder, int model) throws IOException {
        Path log = folder.resolve("gateway.log");
        install(log);
        Path server = INSTALLED.resolve(Path.of("node_modules", "@portkey-ai", "gateway", "build", "start-server.js"));
        int port = OwnProcess.freePort();
        return new Portkey(
                OwnProcess.start(
                                log,
                                List.of("node", server.toString(), "--port=" + port, "--headless"),
                                Map.of("NODE_ENV", "production"))
                        .awaitPort(port),
                port,
                model);
    }

    private static void install(Path log) throws IOException {
        Path lock = INSTALLED.resolve("package-lock.json");
        Path pinned = MANIFEST.resolve("package-lock.json");
        if (Files.exists(lock)
                && Files.exists(INSTALLED.resolve("node_modules"))
                && Files.mismatch(lock, pinned) == -1) {
            return;
        }
        Files.createDirectories(INSTALLED);
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(MANIFEST.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> npm =
                List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", INSTALLED.toString());
        if (OwnProcess.start(log, npm, Map.of()).await() != 0) {
            Files.deleteIfExists(lock);
            throw new IOException(Files.readString(log));
        }
    }

    Candidate candidate() {
        return Candidate.openAi(
                NAME,
                port,
                Processor.of(process.handle()),
                "x-portkey-provider: ollama\r\nx-portkey-custom-host: http://127.0.0.1:" + model + "\r\n");
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
