package ai.novacore.adapters.stripe.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Brings the API and the pages to a free port of the loopback address, and to no other address. */
final class LoopbackServer implements AutoCloseable {
    private static final int LARGEST_BODY = 1 << 20;
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);
    private static final Duration STALL = Duration.ofMinutes(2);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;
    private final Api api;
    private final StandInPages pages;
    private final Disturbance switches;

    LoopbackServer(Api api, StandInPages pages, Disturbance switches) {
        this.api = api;
        this.pages = pages;
        this.switches = switches;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        server.setExecutor(threads);
        server.createContext("/v1/", this::answerApi);
        server.createContext("/dev/stripe", new PageRoutes(pages));
        server.start();
    }

    URI base() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readNBytes(LARGEST_BODY), StandardCharsets.UTF_8);
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void answerApi(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = exchange.getRequestMethod().equals("POST")
                    ? body(exchange)
                    : exchange.getRequestURI().getRawQuery();
            switch (switches.switches().outage()) {
                case NONE -> answer(exchange, form);
                case UNAVAILABLE -> send(exchange, Ids.of("request"), Api.refusal(ApiError.unavailable()));
                case DROPPED -> exchange.close();
                case STALLED -> stall();
            }
        }
    }

    private void answer(HttpExchange exchange, @Nullable String form) throws IOException {
        String id = Ids.of("request");
        Api.Answer answer = api.answer(new Api.Request(
                id,
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                form,
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Idempotency-Key")));
        send(exchange, id, answer);
    }

    private static void send(HttpExchange exchange, String id, Api.Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Request-Id", id);
        String version = exchange.getRequestHeaders().getFirst("Stripe-Version");
        if (version != null && version.matches("[\\w.-]{1,40}")) {
            exchange.getResponseHeaders().set("Stripe-Version", version);
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key != null && key.matches("[\\w.:-]{1,255}")) {
            exchange.getResponseHeaders().set("Idempotency-Key", key);
        }
        if (answer.replayed()) {
            exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
        }
        send(exchange, answer.status(), "application/json", answer.body());
    }

    private void stall() {
        try {
            if (closed.await(STALL.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
