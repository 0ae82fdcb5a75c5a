package ai.novacore.bootstrap;

import ai.novacore.domain.shared.UserId;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Stripe with many customers who all live the same life: each subscribes to pro, gets a part of the money back now and then,
 * and goes on from period to period. It is as far with each as the newest event that it has sent, and answers that.
 */
final class StormyStripe implements AutoCloseable {
    static final String PRICE = "price_storm_pro";
    static final String KEY = "sk_test_storm";

    private static final long DAY = 86_400;
    private static final long BEGUN = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

    /** What comes before the first period is paid for, and nothing of it says that it is. */
    private static final List<String> BEGINNING = List.of(
            "customer.subscription.created",
            "charge.succeeded",
            "invoice.created",
            "invoice.paid",
            "customer.subscription.updated",
            "checkout.session.completed");

    private static final int PAID = 3;
    private static final int CYCLE = 4;

    private final Map<String, Integer> known = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /** An event in somebody's life; {@code number} counts from 0. */
    record Event(int member, int number) {
        String id() {
            return "evt_storm_" + member + "_" + number;
        }

        String customer() {
            return StormyStripe.customer(member);
        }

        String type() {
            if (number < BEGINNING.size()) {
                return BEGINNING.get(number);
            }
            return switch ((number - BEGINNING.size()) % CYCLE) {
                case 0 -> "customer.subscription.updated";
                case 1 -> "invoice.paid";
                case 2 -> "charge.refunded";
                default -> "payment_method.attached";
            };
        }

        boolean refunds() {
            return type().equals("charge.refunded");
        }

        String json() {
            String object = refunds() ? """
                    {"id": "ch_%s", "object": "charge", "customer": "%s", "payment_intent": "pi_%s", "amount": 2900,
                     "amount_captured": 2900, "amount_refunded": 1, "currency": "eur", "refunded": false}""".formatted(id(), customer(), id()) : """
                    {"id": "some_%s", "object": "something", "customer": "%s"}""".formatted(id(), customer());
            return """
                    {"id": "%s", "object": "event", "type": "%s", "created": %d, "data": {"object": %s}}""".formatted(id(), type(), BEGUN + number * 60L, object);
        }
    }

    StormyStripe() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/subscriptions", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    static UserId user(int member) {
        return new UserId("usr_storm" + member);
    }

    static String customer(int member) {
        return "cus_storm" + member;
    }

    /** From now on this has happened, and all before it. */
    void happened(Event event) {
        known.merge(event.customer(), event.number(), Math::max);
    }

    /** When the period ends that is running after so many events. */
    static Instant periodEnd(int number) {
        return Instant.ofEpochSecond(BEGUN + (period(number) + 1) * 30 * DAY);
    }

    private static long period(int number) {
        return Math.max(0, number - BEGINNING.size() + CYCLE) / CYCLE;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getQuery();
            String customer = query.replaceAll(".*customer=([^&]*).*", "$1");
            byte[] body = subscriptions(customer).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String subscriptions(String customer) {
        Integer number = known.get(customer);
        return """
                {"object": "list", "url": "/v1/subscriptions", "has_more": false, "data": [%s]}""".formatted(number == null ? "" : subscription(customer, number));
    }

    private static String subscription(String customer, int number) {
        return """
                {"id": "sub_%s", "object": "subscription", "customer": "%s", "status": "%s", "created": %d,
                 "cancel_at_period_end": false, "metadata": {}, "items": {"object": "list", "has_more": false, "data": [
                   {"id": "si_%s", "object": "subscription_item", "price": {"id": "%s", "object": "price"},
                    "current_period_start": %d, "current_period_end": %d}]}}""".formatted(
                        customer,
                        customer,
                        number < PAID ? "incomplete" : "active",
                        BEGUN,
                        customer,
                        PRICE,
                        periodEnd(number).getEpochSecond() - 30 * DAY,
                        periodEnd(number).getEpochSecond());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
