package ai.novacore.bench;

import com.stripe.net.Webhook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Webhooks as Stripe sends them, each a whole HTTP request, signed just now, shuffled, some of them twice.
 *
 * @param prefix what the ids of the events begin with
 * @param distinct how many events there are
 */
record WebhookLoad(List<byte[]> requests, String prefix, int distinct) {
    static final String SECRET = "whsec_of_the_benchmark";
    private static final int REPEATED_OF_TEN = 3;
    private static final int CUSTOMERS = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectNode SHAPES = shapes();

    /** What comes. */
    enum Kinds {
        /** Nothing follows from them but that they are kept. */
        KEPT,
        /** Stripe is asked how things stand, when they concern somebody. */
        APPLIED
    }

    /** The types that come by turns, each with the shape of what it is about. */
    private static List<Map.Entry<String, String>> types(Kinds kinds) {
        return switch (kinds) {
            case KEPT ->
                List.of(
                        Map.entry("charge.succeeded", "charge"),
                        Map.entry("customer.updated", "customer"),
                        Map.entry("invoice.finalized", "invoice"));
            case APPLIED ->
                List.of(
                        Map.entry("customer.subscription.updated", "subscription"),
                        Map.entry("invoice.paid", "invoice"));
        };
    }

    static WebhookLoad of(Kinds kinds, int round, int count) {
        String prefix = "evt_" + kinds + round + "x";
        int distinct = count * (10 - REPEATED_OF_TEN) / 10;
        List<byte[]> requests = new ArrayList<>(count);
        long now = System.currentTimeMillis() / 1_000;
        for (int i = 0; i < distinct; i++) {
            requests.add(request(event(kinds, prefix + i, i, now), now));
        }
        for (int i = 0; requests.size() < count; i++) {
            requests.add(requests.get(i));
        }
        Collections.shuffle(requests, new Random(1));
        return new WebhookLoad(List.copyOf(requests), prefix, distinct);
    }

    private static String event(Kinds kinds, String id, int number, long now) {
        List<Map.Entry<String, String>> types = types(kinds);
        Map.Entry<String, String> kind = types.get(number % types.size());
        ObjectNode about = ((ObjectNode) SHAPES.get(kind.getValue())).deepCopy();
        about.put("id", kind.getValue() + "_" + number);
        about.put("customer", "cus_" + number % CUSTOMERS);
        ObjectNode event = JSON.createObjectNode();
        event.put("id", id);
        event.put("object", "event");
        event.put("api_version", "2026-07-29.dahlia");
        event.put("created", now);
        event.putObject("data").set("object", about);
        event.put("livemode", false);
        event.put("pending_webhooks", 1);
        event.putObject("request").putNull("id").putNull("idempotency_key");
        event.put("type", kind.getKey());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event);
    }

    private static byte[] request(String event, long now) {
        try {
            String signature = Webhook.Signature.generateSignatureHeader(event, SECRET, now);
            String head = "POST /billing/webhook HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n"
                    + "Content-Type: application/json; charset=utf-8\r\nContent-Length: "
                    + event.getBytes(StandardCharsets.UTF_8).length + "\r\nStripe-Signature: " + signature + "\r\n\r\n";
            return (head + event).getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Objects with every member that Stripe gives them, from the stand-in. */
    private static ObjectNode shapes() {
        String shapes = "/ai/novacore/adapters/stripe/standin/shapes.json";
        try (InputStream stream = Objects.requireNonNull(WebhookLoad.class.getResourceAsStream(shapes))) {
            return (ObjectNode) JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
