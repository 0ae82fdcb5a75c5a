package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product in a process of its own, which can be killed as by {@code kill -9}. */
final class NodeProcess implements AutoCloseable {
    private final Process process;
    private final URI address;
    private final URI management;

    private NodeProcess(Process process, int port, int management) {
        this.process = process;
        this.address = URI.create("http://localhost:" + port);
        this.management = URI.create("http://localhost:" + management);
    }

    /**
     * Returns when it is ready.
     *
     * @param folder for its data, which a next one may go on with, and what it prints
     */
    static NodeProcess start(Path folder, List<String> settings) {
        int port = freePort();
        int management = freePort();
        Path log = folder.resolve("process.log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NovaCore.class.getName(),
                "--server.port=" + port,
                "--management.server.port=" + management,
                "--nova.data=" + folder.resolve("data"));
        Product.GENEROUS.stream()
                .filter(generous ->
                        settings.stream().noneMatch(setting -> nameOf(setting).equals(nameOf(generous))))
                .forEach(builder.command()::add);
        builder.command().addAll(settings);
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            NodeProcess node = new NodeProcess(process, port, management);
            return node.awaitReady(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NodeProcess awaitReady(Path log) {
        try {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        assertThat(process.isAlive()).as(() -> read(log)).isTrue();
                        return isUp();
                    });
            return this;
        } catch (RuntimeException e) {
            kill();
            throw e;
        }
    }

    private static String nameOf(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    URI address() {
        return address;
    }

    URI managementAddress() {
        return management;
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        assertThat(process.onExit().completeOnTimeout(process, 60, TimeUnit.SECONDS))
                .succeedsWithin(Duration.ofSeconds(61))
                .matches(ended -> !ended.isAlive(), "has ended");
    }

    private boolean isUp() {
        try {
            return new Caller(address).get("/health/ready").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
