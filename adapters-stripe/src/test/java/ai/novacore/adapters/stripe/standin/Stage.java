package ai.novacore.adapters.stripe.standin;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A stand-in on its port, the official client pointed at it, and a receiver for its webhooks. */
final class Stage implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-31T10:00:00Z");
    static final String BASIC = "price_basic";
    static final String PRO = "price_pro";
    static final long BASIC_AMOUNT = 900;
    static final long PRO_AMOUNT = 2_900;

    final MovableClock clock = new MovableClock(START);
    final WebhookReceiver receiver = new WebhookReceiver(clock);
    final StripeStandIn standIn;
    final StripeClient stripe;

    Stage(Path folder) {
        standIn = new StripeStandIn(clock, folder.resolve("stripe.json"), settings());
        standIn.start();
        standIn.deliverTo(receiver.address());
        stripe = clientOf(standIn);
    }

    static StripeStandIn.Settings settings() {
        return new StripeStandIn.Settings(
                WebhookReceiver.SECRET,
                List.of(),
                null,
                List.of(
                        new StripeStandIn.Plan("basic", BASIC, BASIC_AMOUNT),
                        new StripeStandIn.Plan("pro", PRO, PRO_AMOUNT)));
    }

    static StripeClient clientOf(StripeStandIn other) {
        return client("sk_test_of_the_test", other);
    }

    static StripeClient client(String key, StripeStandIn of) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(of.apiBase().toString())
                .setMaxNetworkRetries(0)
                .setConnectTimeout(10_000)
                .setReadTimeout(30_000)
                .build();
    }

    Customer customer() throws StripeException {
        return stripe.v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setEmail("jenny@example.com")
                        .setName("Jenny")
                        .build());
    }

    SessionCreateParams.Builder order(String customer, String price) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                .setCustomer(customer)
                .setSuccessUrl("http://localhost/back?session={CHECKOUT_SESSION_ID}")
                .setCancelUrl("http://localhost/plans")
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setPrice(price)
                        .setQuantity(1L)
                        .build());
    }

    Session session(String customer, String price) throws StripeException {
        return stripe.v1().checkout().sessions().create(order(customer, price).build());
    }

    Outcome pay(Session session, TestCard card) {
        return standIn.pages().submitCheckout(session.getId(), Map.of("cardNumber", card.number, "billingName", "J"));
    }

    /** A customer who bought a plan with a card. */
    Subscription subscribed(String price, TestCard card) throws StripeException {
        String customer = customer().getId();
        Session session = session(customer, price);
        pay(session, card);
        return ofCustomer(customer);
    }

    Subscription ofCustomer(String customer) throws StripeException {
        return stripe.v1()
                .subscriptions()
                .list(SubscriptionListParams.builder()
                        .setCustomer(customer)
                        .setStatus(SubscriptionListParams.Status.ALL)
                        .build())
                .getData()
                .getFirst();
    }

    Subscription again(Subscription subscription) throws StripeException {
        return stripe.v1().subscriptions().retrieve(subscription.getId());
    }

    static Instant periodEnd(Subscription subscription) {
        return Instant.ofEpochSecond(
                subscription.getItems().getData().getFirst().getCurrentPeriodEnd());
    }

    /** The types of all events so far, oldest first, whether or not they were delivered. */
    List<String> happened() throws StripeException {
        List<String> types = new ArrayList<>();
        stripe.v1()
                .events()
                .list(EventListParams.builder().setLimit(100L).build())
                .getData()
                .forEach(event -> types.add(event.getType()));
        Collections.reverse(types);
        return types;
    }

    /** What happened after as many events. */
    List<String> happenedAfter(int before) throws StripeException {
        List<String> all = happened();
        return all.subList(before, all.size());
    }

    @Override
    public void close() {
        standIn.close();
        receiver.close();
    }
}
