package ai.novacore.bench;

import ai.novacore.bench.ModelServer.Model;
import ai.novacore.bootstrap.NovaCore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The product in a process of its own, with its embedded, durable PostgreSQL and the limits out of the way. */
final class ProductProcess implements AutoCloseable {
    private static final int AT_ONCE = 8;
    private static final int PORT_LINE = 3;
    private static final String UNLIMITED = "1000000000";

    private final OwnProcess process;
    private final int port;
    private final int managementPort;
    private final Path data;

    private ProductProcess(OwnProcess process, int port, int managementPort, Path data) {
        this.managementPort = managementPort;
        this.process = process;
        this.port = port;
        this.data = data;
    }

    /**
     * @param jvm further options of the JVM
     * @param settings further settings, as {@code name=value}
     */
    static ProductProcess start(Path folder, int model, List<String> jvm, List<String> settings) throws IOException {
        int port = OwnProcess.freePort();
        int managementPort = OwnProcess.freePort();
        Path data = folder.resolve("product");
        List<String> command = new ArrayList<>(OwnProcess.java(jvm.toArray(String[]::new)));
        command.add(NovaCore.class.getName());
        command.addAll(List.of(
                "--spring.profiles.active=local",
                "--nova.data=" + data,
                "--nova.database-url=",
                "--nova.public-url=http://localhost",
                "--nova.ollama.base-url=http://127.0.0.1:" + model,
                "--nova.ollama.chat-model=" + Model.BRISK.id(),
                "--server.port=" + port,
                "--management.server.port=" + managementPort));
        for (String who : List.of("nova.tiers.free", "nova.limits.open-routes")) {
            for (String what : List.of("requests-per-minute", "burst")) {
                command.add("--" + who + "." + what + "=" + UNLIMITED);
            }
        }
        for (String what : List.of("messages-per-day", "tokens-per-day", "memories")) {
            command.add("--nova.tiers.free." + what + "=" + UNLIMITED);
        }
        settings.forEach(setting -> command.add("--" + setting));
        return new ProductProcess(
                OwnProcess.start(folder.resolve("product.log"), command, Map.of())
                        .awaitPort(port),
                port,
                managementPort,
                data);
    }

    /** Members of these names, each with so many memories of their own. Returns what they show at the door. */
    List<String> members(String name, int count, int memories) {
        Queue<String> tokens = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String email = name + i + "@example.org";
                done.add(threads.submit(() -> {
                    Visitor visitor = Visitor.register(port, email);
                    for (int n = 0; n < memories; n++) {
                        visitor.post("/api/memory/memories", Map.of("content", memory(n)));
                    }
                    tokens.add(visitor.token());
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("members cannot be had", e.getCause());
        }
        return List.copyOf(tokens);
    }

    private static String memory(int number) {
        List<String> whats = List.of("the weather was", "I met a friend who is", "the food in town was", "I felt");
        List<String> hows = List.of("bright and cold", "old and kind", "better than at home", "tired", "full of hope");
        return "In the year %d, in town %d, %s %s."
                .formatted(1900 + number % 125, number, whats.get(number % 4), hows.get(number % 5));
    }

    /** Has the memory index rebuilt by the command for it. Returns when that is done. */
    void rebuildMemoryIndex() {
        List<String> command = new ArrayList<>(OwnProcess.java());
        command.addAll(List.of(
                NovaCore.class.getName(), "rebuild-memory-index", "--data=" + data, "--url=http://localhost:" + port));
        try {
            int code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("the index is not rebuilt");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    /** What the JVM uses. */
    Processor processor() {
        return Processor.of(process.handle());
    }

    /** Where its database server listens, on the loopback address. */
    int databasePort() throws IOException {
        return Integer.parseInt(postmaster().get(PORT_LINE).strip());
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
    }

    /** What the server and its connections use. */
    Processor database() throws IOException {
        return ProcessHandle.of(Long.parseLong(postmaster().getFirst().strip()))
                .map(Processor::ofFamily)
                .orElse(Processor.NONE);
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
