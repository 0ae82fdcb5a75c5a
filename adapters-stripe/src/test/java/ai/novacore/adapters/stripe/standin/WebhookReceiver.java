package ai.novacore.adapters.stripe.standin;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes webhooks as the product would: what the official client does not verify is answered with 400. */
final class WebhookReceiver implements AutoCloseable {
    static final String SECRET = "whsec_of_the_test";

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Clock clock;

    WebhookReceiver(Clock clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(threads);
        server.createContext("/billing/webhook", this::take);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/billing/webhook");
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<String> types() {
        return events.stream().map(Event::getType).toList();
    }

    List<String> signatures() {
        return List.copyOf(signatures);
    }

    void refuse(int times) {
        refusals.set(times);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String payload = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
            signatures.add(signature);
            int status = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 500 : accept(payload, signature);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private int accept(String payload, String signature) {
        try {
            events.add(Webhook.constructEvent(payload, signature, SECRET, 300, clock));
            return 200;
        } catch (SignatureVerificationException e) {
            return 400;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
