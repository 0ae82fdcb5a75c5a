package ai.novacore.bootstrap.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prometheus, Alertmanager and the exporters, as deploy/observability sets them up, watching a node; with other addresses
 * and other people to tell, and with more haste.
 */
public final class Watch implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Receiver receiver = new Receiver();
    private final Daemon alertmanager;
    private final Daemon prometheus;

    /** Of a node at these addresses; keeps all its files in the folder. */
    public Watch(Path folder, URI node, URI management) {
        running.push(receiver);
        try {
            Front front = opened(new Front(folder));
            Haste haste = new Haste(folder, receiver.url());
            Daemon host = opened(Daemon.start(
                    Tool.NODE_EXPORTER,
                    folder.resolve("host.log"),
                    "/metrics",
                    Map.of(),
                    // In a container, the only disk may be of a kind that is left out otherwise.
                    port -> List.of(
                            "--web.listen-address=127.0.0.1:" + port,
                            "--collector.filesystem.fs-types-exclude=^(proc|sysfs|cgroup2?)$")));
            Daemon blackbox = opened(Daemon.start(
                    Tool.BLACKBOX,
                    folder.resolve("blackbox.log"),
                    "/-/healthy",
                    Map.of("SSL_CERT_FILE", front.certificate().toString()),
                    port -> List.of(
                            "--config.file=" + Deployed.FOLDER.resolve("blackbox/blackbox.yml"),
                            "--web.listen-address=127.0.0.1:" + port)));
            alertmanager = opened(Daemon.start(
                    Tool.ALERTMANAGER,
                    folder.resolve("alertmanager.log"),
                    "/-/ready",
                    Map.of(),
                    port -> List.of(
                            "--config.file=" + haste.alertmanager(),
                            "--storage.path=" + folder.resolve("alertmanager-data"),
                            "--cluster.listen-address=",
                            "--web.listen-address=127.0.0.1:" + port)));
            haste.targets(node, management, host.address(), front.url());
            prometheus = opened(Daemon.start(
                    Tool.PROMETHEUS,
                    folder.resolve("prometheus.log"),
                    "/-/ready",
                    Map.of(),
                    port -> List.of(
                            "--config.file="
                                    + haste.prometheus("127.0.0.1:" + port, alertmanager.address(), blackbox.address()),
                            "--storage.tsdb.path=" + folder.resolve("prometheus-data"),
                            "--web.listen-address=127.0.0.1:" + port)));
        } catch (IOException | GeneralSecurityException e) {
            close();
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        running.push(part);
        return part;
    }

    public String prometheus() {
        return "http://" + prometheus.address();
    }

    public String alertmanager() {
        return "http://" + alertmanager.address();
    }

    public Receiver receiver() {
        return receiver;
    }

    /** What Prometheus answers now: its series, none when there are none. */
    public List<JsonNode> ask(String query) {
        String path = "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(prometheus() + path))
                .timeout(Duration.ofSeconds(60))
                .build();
        try {
            JsonNode answer = JsonMapper.shared()
                    .readTree(HTTP.send(request, BodyHandlers.ofString()).body());
            if (!answer.path("status").asString("").equals("success")) {
                throw new AssertionError(query + ": " + answer);
            }
            return answer.at("/data/result").valueStream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        for (AutoCloseable part : running) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
