package ai.novacore.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that answers as Ollama does, in its own form and in that of OpenAI, with the same tokens at the same pace to
 * everybody, so that what is measured is what stands in front of it.
 */
final class ModelServer {
    /** What every token begins with, so that clients know one. */
    static final String TOKEN = "wor";

    /** How a model of this server answers, chosen by its name. */
    enum Model {
        /** A short answer for one reader at a time. */
        BRISK(5, 2_500, 16),
        /** About a second, for many readers at once. */
        STEADY(5, 25_000, 40),
        /** As fast as it is read. */
        INSTANT(0, 0, 128);

        final int tokens;
        private final long firstNanos;
        private final long eachNanos;

        Model(long firstMillis, long eachMicros, int tokens) {
            this.firstNanos = firstMillis * 1_000_000;
            this.eachNanos = eachMicros * 1_000;
            this.tokens = tokens;
        }

        String id() {
            return "bench-" + name().toLowerCase(java.util.Locale.ROOT);
        }

        private static Model askedIn(String request) {
            return Arrays.stream(values())
                    .filter(model -> request.contains('"' + model.id()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no model is named"));
        }
    }

    /** How an answer is written: a line for a token, and the end. */
    private record Form(String contentType, String token, String end) {
        private static final Form OLLAMA = new Form(
                "application/x-ndjson",
                "{\"model\":\"%1$s\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\","
                        + "\"content\":\"" + TOKEN + "%2$d \"},\"done\":false}\n",
                "{\"model\":\"%1$s\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\","
                        + "\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":20,"
                        + "\"eval_count\":%2$d}\n");
        private static final Form OPENAI = new Form(
                "text/event-stream",
                "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"%1$s\","
                        + "\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"" + TOKEN
                        + "%2$d \"},\"finish_reason\":null}]}\n\n",
                "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"%1$s\","
                        + "\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n");
    }

    private ModelServer() {}

    public static void main(String[] args) throws IOException {
        // Without it the second part of an answer waits for the reader's acknowledgement of the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
        int port = Integer.parseInt(args[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/tags", exchange -> whole(exchange, tags()));
        server.createContext(
                "/api/show",
                exchange -> whole(
                        exchange,
                        "{\"capabilities\":[\"completion\"],\"model_info\":{\"llama.context_length\":8192}}"));
        server.createContext(
                "/api/generate",
                exchange -> whole(exchange, "{\"response\":\"{\\\"title\\\":\\\"A talk\\\"}\",\"done\":true}"));
        // Takes traces, too, for whoever measures what those cost.
        server.createContext("/v1/traces", exchange -> whole(exchange, "{}"));
        server.createContext("/api/chat", exchange -> stream(exchange, Form.OLLAMA));
        server.createContext("/v1/chat/completions", exchange -> stream(exchange, Form.OPENAI));
        server.start();
    }

    private static String tags() {
        return Arrays.stream(Model.values())
                .map(model -> "{\"name\":\"" + model.id() + ":latest\",\"details\":{\"family\":\"llama\"}}")
                .collect(java.util.stream.Collectors.joining(",", "{\"models\":[", "]}"));
    }

    private static void whole(HttpExchange exchange, String json) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void stream(HttpExchange exchange, Form form) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Model model = Model.askedIn(request);
        long due = System.nanoTime() + model.firstNanos;
        exchange.getResponseHeaders().set("Content-Type", form.contentType());
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < model.tokens; i++, due += model.eachNanos) {
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                // Each by itself, as a model says them.
                out.write(form.token().formatted(model.id(), i).getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
            out.write(form.end().formatted(model.id(), model.tokens).getBytes(StandardCharsets.UTF_8));
        }
    }
}
