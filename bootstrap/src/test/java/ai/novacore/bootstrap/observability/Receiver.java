package ai.novacore.bootstrap.observability;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever is told of alerts, by webhook. */
public final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Told> told = new CopyOnWriteArrayList<>();

    /** One alert of a message. */
    public record Told(String receiver, String alert, String status, String summary, String runbook) {
        private static Told of(String receiver, JsonNode alert) {
            return new Told(
                    receiver,
                    alert.at("/labels/alertname").asString(""),
                    alert.path("status").asString(""),
                    alert.at("/annotations/summary").asString(""),
                    alert.at("/annotations/runbook_url").asString(""));
        }
    }

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            JsonNode message = JsonMapper.shared().readTree(exchange.getRequestBody());
            String receiver = message.path("receiver").asString("");
            message.path("alerts").forEach(alert -> told.add(Told.of(receiver, alert)));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** All that was told until now. */
    public List<Told> told() {
        return List.copyOf(told);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
