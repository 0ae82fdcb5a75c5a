package ai.novacore.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The gateway of the npm package {@code @portkey-ai/gateway}, in the version that is pinned, without the scripts of its
 * packages, with its log page off as in production. Clients speak OpenAI's form to it, and it speaks it to Ollama.
 */
final class Portkey implements AutoCloseable {
    static final String NAME = "through portkey";

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
        Path server = NpmPackage.install("gateway", log)
                .resolve(Path.of("node_modules", "@portkey-ai", "gateway", "build", "start-server.js"));
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
