package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A checkout session's end: bought, or expired. */
final class Checkouts {
    private final Store store;
    private final Events events;
    private final Customers customers;
    private final Subscriptions subscriptions;
    private final Catalog catalog;

    Checkouts(State state, Events events, Customers customers, Subscriptions subscriptions, Catalog catalog) {
        this.store = state.store;
        this.events = events;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.catalog = catalog;
    }

    /** What was typed into the form, as far as it matters. */
    sealed interface Step {
        record Bought(String successUrl) implements Step {}

        record Refused(String message) implements Step {}

        record Authenticate() implements Step {}
    }

    Step submit(JsonObject session, Map<String, String> form) {
        if (Fields.is(session, "status", "complete")) {
            return new Step.Bought(successUrl(session));
        }
        String answer = form.get("authentication");
        JsonObject notes = Fields.notes(session);
        String name = form.getOrDefault("billingName", "");
        if (answer != null && notes.has("authenticating")) {
            String kept = Fields.need(notes, "authenticating");
            notes.remove("authenticating");
            return answer.equals("complete")
                    ? buy(session, TestCard.AUTHENTICATES, kept)
                    : new Step.Refused("We are unable to authenticate your payment method. "
                            + "Please choose a different payment method and try again.");
        }
        String number = CardEntry.digits(form.getOrDefault("cardNumber", ""));
        if (number.isEmpty() && cardOptional(session)) {
            return buy(session, null, name);
        }
        return switch (CardEntry.check(number)) {
            case CardEntry.Refused(String message) -> new Step.Refused(message);
            case CardEntry.Accepted(TestCard card)
            when card == TestCard.AUTHENTICATES -> {
                notes.addProperty("authenticating", name);
                yield new Step.Authenticate();
            }
            case CardEntry.Accepted(TestCard card) -> buy(session, card, name);
        };
    }

    /** Stripe asks for no card when nothing is due today and the session says that it need not. */
    static boolean cardOptional(JsonObject session) {
        return Fields.number(Fields.notes(session), "trial_days") > 0
                && Fields.is(session, "payment_method_collection", "if_required");
    }

    void expire(JsonObject session) {
        Fields.put(session, "status", "expired");
        Fields.clear(session, "url");
        events.emit("checkout.session.expired", session);
    }

    JsonObject price(JsonObject session) {
        return catalog.price(Fields.need(Fields.notes(session), "price"));
    }

    private Step buy(JsonObject session, @Nullable TestCard card, String name) {
        JsonObject customer = customerOf(session);
        JsonObject method = card == null ? null : customers.attach(customer, card, name);
        JsonObject notes = Fields.notes(session);
        JsonObject subscription = subscriptions.open(new Subscriptions.Opening(
                Fields.need(customer, "id"),
                price(session),
                Fields.number(notes, "quantity"),
                method == null ? null : Fields.need(method, "id"),
                (int) Fields.number(notes, "trial_days"),
                Fields.need(notes, "without_method"),
                Metadata.of(Fields.object(notes, "subscription_metadata"))));
        JsonObject invoice = store.get("invoice", Fields.need(subscription, "latest_invoice"));
        String successUrl = successUrl(session);
        Fields.put(session, "status", "complete");
        Fields.put(
                session, "payment_status", Fields.number(invoice, "amount_due") == 0 ? "no_payment_required" : "paid");
        Fields.put(session, "customer", Fields.need(customer, "id"));
        Fields.put(session, "subscription", Fields.need(subscription, "id"));
        Fields.put(session, "invoice", Fields.need(invoice, "id"));
        Fields.put(session, "amount_total", Fields.number(invoice, "total"));
        Fields.put(session, "customer_details", details(customer, name));
        Fields.clear(session, "url");
        events.emit("checkout.session.completed", session);
        return new Step.Bought(successUrl);
    }

    private JsonObject customerOf(JsonObject session) {
        String known = Fields.text(session, "customer");
        if (known != null) {
            return customers.get(known);
        }
        String email = Fields.text(session, "customer_email");
        return customers.create(email == null ? Map.of() : Map.of("email", email), Map.of());
    }

    static String successUrl(JsonObject session) {
        return Fields.need(session, "success_url").replace("{CHECKOUT_SESSION_ID}", Fields.need(session, "id"));
    }

    private static JsonObject details(JsonObject customer, String name) {
        JsonObject details = new JsonObject();
        details.addProperty("email", Fields.text(customer, "email"));
        details.addProperty("name", name.isEmpty() ? Fields.text(customer, "name") : name);
        details.addProperty("tax_exempt", "none");
        return details;
    }
}
