package ai.novacore.adapters.stripe.standin;

import ai.novacore.adapters.stripe.standin.TestCard.Occasion;
import ai.novacore.adapters.stripe.standin.TestCard.Result;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invoice's way from draft to paid. What a payment means for the subscription is decided by {@link Dunning}. */
final class Invoices {
    private final Store store;
    private final Timeline timeline;
    private final Events events;
    private final Payments payments;

    Invoices(State state, Events events, Payments payments) {
        this.store = state.store;
        this.timeline = state.timeline;
        this.events = events;
        this.payments = payments;
    }

    /** @param amount in minor units, negative for what is given back */
    record Line(String description, long amount, JsonObject price, boolean proration, Instant start, Instant end) {}

    /** Stored as the subscription's latest, but nobody was told of it yet. */
    JsonObject draft(JsonObject subscription, String reason, List<Line> lines) {
        JsonObject invoice = Shapes.of("invoice");
        String id = Ids.of("invoice");
        String customerId = Fields.need(subscription, "customer");
        JsonObject customer = store.get("customer", customerId);
        long total = lines.stream().mapToLong(Line::amount).sum();
        Fields.put(invoice, "id", id);
        Fields.put(invoice, "billing_reason", reason);
        Fields.put(invoice, "created", timeline.now());
        Fields.put(invoice, "customer", customerId);
        Fields.put(invoice, "customer_email", Fields.text(customer, "email"));
        Fields.put(invoice, "customer_name", Fields.text(customer, "name"));
        Fields.put(invoice, "period_start", lines.getFirst().start());
        Fields.put(invoice, "period_end", lines.getFirst().end());
        Fields.put(invoice, "parent", parent(subscription));
        Fields.put(invoice, "subtotal", total);
        Fields.put(invoice, "total", total);
        Fields.put(invoice, "starting_balance", Fields.number(customer, "balance"));
        long due = Math.max(0, total + Fields.number(customer, "balance"));
        Fields.put(invoice, "amount_due", due);
        Fields.put(invoice, "amount_remaining", due);
        Fields.put(
                invoice,
                "lines",
                Shapes.list(
                        lines.stream().map(line -> line(line, id, subscription)).toList(),
                        false,
                        "/v1/invoices/" + id + "/lines"));
        store.add(invoice);
        return invoice;
    }

    /** What the total leaves of the customer's credit stays with the customer. */
    void finalise(JsonObject invoice) {
        JsonObject customer = store.get("customer", Fields.need(invoice, "customer"));
        long left = Math.min(0, Fields.number(invoice, "total") + Fields.number(invoice, "starting_balance"));
        Fields.put(customer, "balance", left);
        Fields.put(invoice, "ending_balance", left);
        Fields.put(invoice, "status", "open");
        Fields.put(invoice, "number", "NOVA-%04d".formatted(store.size("invoice")));
        Fields.put(invoice, "effective_at", timeline.now());
        Fields.put(invoice, "status_transitions.finalized_at", timeline.now());
        if (Fields.number(invoice, "amount_due") > 0) {
            payments.expect(invoice);
        }
        events.emit("invoice.finalized", invoice);
    }

    /** One attempt; an invoice of nothing is paid by that. */
    Result collect(JsonObject invoice, Occasion occasion) {
        Fields.put(invoice, "attempted", true);
        Fields.put(invoice, "attempt_count", Fields.number(invoice, "attempt_count") + 1);
        Result result = Fields.number(invoice, "amount_due") == 0
                ? Result.PAID
                : payments.charge(invoice, methodFor(invoice), occasion);
        if (result == Result.PAID) {
            Fields.put(invoice, "status", "paid");
            Fields.put(invoice, "amount_paid", Fields.number(invoice, "amount_due"));
            Fields.put(invoice, "amount_remaining", 0);
            Fields.put(invoice, "auto_advance", false);
            Fields.clear(invoice, "next_payment_attempt");
            Fields.put(invoice, "status_transitions.paid_at", timeline.now());
            events.emit("invoice.paid", invoice);
            events.emit("invoice.payment_succeeded", invoice);
        }
        return result;
    }

    void withdraw(JsonObject invoice) {
        Fields.put(invoice, "status", "void");
        Fields.put(invoice, "auto_advance", false);
        Fields.clear(invoice, "next_payment_attempt");
        Fields.put(invoice, "status_transitions.voided_at", timeline.now());
        events.emit("invoice.voided", invoice);
    }

    void giveUp(JsonObject invoice) {
        Fields.put(invoice, "status", "uncollectible");
        Fields.put(invoice, "auto_advance", false);
        Fields.put(invoice, "status_transitions.marked_uncollectible_at", timeline.now());
        events.emit("invoice.marked_uncollectible", invoice);
    }

    JsonObject subscription(JsonObject invoice) {
        return store.get("subscription", Fields.need(invoice, "parent.subscription_details.subscription"));
    }

    private @Nullable String methodFor(JsonObject invoice) {
        return Billed.paymentMethod(subscription(invoice), store.get("customer", Fields.need(invoice, "customer")));
    }

    private static JsonObject parent(JsonObject subscription) {
        JsonObject details = new JsonObject();
        details.add("metadata", Fields.object(subscription, "metadata").deepCopy());
        details.addProperty("subscription", Fields.need(subscription, "id"));
        JsonObject parent = new JsonObject();
        parent.add("quote_details", null);
        parent.add("subscription_details", details);
        parent.addProperty("type", "subscription_details");
        return parent;
    }

    private static JsonObject line(Line line, String invoice, JsonObject subscription) {
        JsonObject shape = Shapes.of("line_item");
        String details = "parent.subscription_item_details.";
        Fields.put(shape, "id", Ids.of("line_item"));
        Fields.put(shape, "amount", line.amount());
        Fields.put(shape, "subtotal", line.amount());
        Fields.put(shape, "description", line.description());
        Fields.put(shape, "invoice", invoice);
        Fields.put(shape, "period.start", line.start());
        Fields.put(shape, "period.end", line.end());
        Fields.put(shape, details + "proration", line.proration());
        Fields.put(shape, details + "subscription", Fields.need(subscription, "id"));
        Fields.put(shape, details + "subscription_item", Fields.need(Billed.item(subscription), "id"));
        Fields.put(shape, "pricing.price_details.price", Fields.need(line.price(), "id"));
        Fields.put(shape, "pricing.price_details.product", Fields.need(line.price(), "product"));
        Fields.put(shape, "pricing.unit_amount_decimal", Fields.text(line.price(), "unit_amount_decimal"));
        return shape;
    }
}
