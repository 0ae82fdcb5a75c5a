package ai.novacore.bootstrap.demo;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Buys a higher tier at the stand-in for Stripe, where the product has one, and shows that it counts at once. */
final class Upgrade {
    private static final String TEST_PAGE = "/dev/stripe/checkout/";
    private static final String TEST_CARD = "4242 4242 4242 4242";
    private static final String TIER = "pro";

    private final DemoClient client;
    private final Terminal terminal;

    Upgrade(DemoClient client, Terminal terminal) {
        this.client = client;
        this.terminal = terminal;
    }

    void buy() {
        if (client.get("/auth/me").path("emailVerifiedAt").isNull()) {
            terminal.entry("not bought", "only who has verified their address can buy something");
            return;
        }
        JsonNode checkout = client.post("/billing/checkout", Map.of("tier", TIER));
        String page = URI.create(checkout.path("checkoutUrl").asString("")).getPath();
        if (!page.startsWith(TEST_PAGE)) {
            terminal.entry("not bought", "the product sells for real money here");
            return;
        }
        client.submit(page, Map.of("cardNumber", TEST_CARD, "billingName", "Mira"));
        terminal.entry("paid", "at the test checkout page, with the card " + TEST_CARD);
        JsonNode quota = Waiting.until(() -> Optional.of(client.get("/api/usage/quota"))
                        .filter(now -> now.path("tier").asString("").equals(TIER)))
                .orElseThrow(() -> new DemoFailure(
                        "The tier that was paid for did not come.",
                        "See the webhooks at %s/dev/stripe.".formatted(client.address())));
        terminal.entry(
                "now",
                "tier %s, %,d messages and %,d tokens a day"
                        .formatted(TIER, limit(quota, "messages"), limit(quota, "tokens")));
    }

    private static long limit(JsonNode quota, String resource) {
        return quota.path("resources").path(resource).path("limit").asLong(0);
    }
}
