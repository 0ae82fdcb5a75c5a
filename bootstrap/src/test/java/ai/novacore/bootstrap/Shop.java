package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.stripe.standin.StripeStandIn;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.bootstrap.Caller.Answer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a member does to buy something, as a browser would do it. */
final class Shop {
    static final String GOOD_CARD = "4242 4242 4242 4242";
    static final String FAILS_AT_RENEWAL = "4000 0000 0000 0341";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Product product;
    private final Caller member;

    /** For somebody who verifies their address with it, if they have not yet. */
    Shop(Product product, Caller member) {
        this.product = product;
        this.member = member;
        if (!member.get("/auth/me").json().path("emailVerified").asBoolean()) {
            member.verify(member.email());
            await().atMost(PATIENCE)
                    .until(() ->
                            member.get("/auth/me").json().path("emailVerified").asBoolean());
        }
    }

    /** Buys a tier with a good card and waits until it counts. */
    void subscribe(String tier) {
        subscribe(tier, GOOD_CARD);
    }

    void subscribe(String tier, String card) {
        pay(checkout(tier).json().path("sessionId").asString(), card);
        await().atMost(PATIENCE).until(() -> standing("status").equals("active"));
        await().atMost(PATIENCE).until(() -> quota("/tier").equals(tier));
    }

    Answer checkout(String tier) {
        return member.post("/billing/checkout", "{\"tier\":\"" + tier + "\"}");
    }

    /** Fills in the form of the test checkout page. */
    Answer pay(String session, String card) {
        return form("/dev/stripe/checkout/" + session, "cardNumber", card, "billingName", "Ada");
    }

    Answer form(String path, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return product.caller()
                .send(product.caller()
                        .request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    /** The path of the portal's page. */
    String portal() {
        String url = member.post("/billing/portal", "{}").json().path("url").asString();
        assertThat(url).contains("/dev/stripe/portal/");
        return url.substring(url.indexOf("/dev/stripe"));
    }

    JsonNode standing() {
        return member.get("/billing/subscription").json();
    }

    String standing(String field) {
        return standing().path(field).asString("");
    }

    String quota(String pointer) {
        return member.get("/api/usage/quota").json().at(pointer).asString();
    }

    /** The subjects of the mails that the member has got, the oldest first. */
    List<String> mails() {
        return member.get("/dev/mailbox/messages?to=" + member.email())
                .json()
                .path("messages")
                .findValuesAsString("subject")
                .reversed();
    }

    /** Waits until all that Stripe said has been heard. */
    void awaitQuietInbox() {
        await().atMost(PATIENCE)
                .until(() -> product.bean(StripeStandIn.class).undelivered() == 0
                        && product.bean(WebhookInbox.class).count(Status.PENDING) == 0);
    }
}
