package ai.novacore.adapters.stripe.standin;

import ai.novacore.adapters.stripe.standin.Invoices.Line;
import ai.novacore.adapters.stripe.standin.TestCard.Occasion;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves a subscription to another price: at once with what is fair for the period, or when the period ends. */
final class PriceChanges {
    private static final String UPDATED = "customer.subscription.updated";
    private static final String NEXT = "next_price";
    private static final String PENDING = "pending_lines";

    private final Catalog catalog;
    private final Timeline timeline;
    private final Events events;
    private final Subscriptions subscriptions;

    PriceChanges(State state, Events events, Catalog catalog, Subscriptions subscriptions) {
        this.timeline = state.timeline;
        this.events = events;
        this.catalog = catalog;
        this.subscriptions = subscriptions;
    }

    /** @param proration Stripe's: always_invoice, create_prorations (on the next invoice) or none */
    void now(JsonObject subscription, JsonObject price, String proration, Occasion occasion) {
        List<Line> lines = Billed.in(subscription, "trialing") ? List.of() : prorated(subscription, price);
        events.update(UPDATED, subscription, () -> {
            Billed.setPrice(subscription, price);
            forget(subscription);
        });
        if (lines.isEmpty() || proration.equals("none")) {
            return;
        }
        if (proration.equals("always_invoice")) {
            subscriptions.bill(subscription, "subscription_update", lines, occasion);
        } else {
            lines.forEach(line -> remember(subscription, line));
        }
    }

    /** What is paid for and will not be used becomes the customer's credit. */
    void creditUnused(JsonObject subscription) {
        if (Billed.in(subscription, "active")) {
            Line unused = prorated(subscription, Billed.price(subscription)).getFirst();
            subscriptions.bill(subscription, "subscription_update", List.of(unused), Occasion.HOLDER_ABSENT);
        }
    }

    /** Stripe does it by a schedule, whose id the subscription shows; the price stays as it is until then. */
    void atPeriodEnd(JsonObject subscription, JsonObject price) {
        events.update(UPDATED, subscription, () -> {
            Fields.put(Fields.notes(subscription), NEXT, Fields.need(price, "id"));
            Fields.put(subscription, "schedule", Ids.of("subscription_schedule"));
        });
    }

    void withdraw(JsonObject subscription) {
        events.update(UPDATED, subscription, () -> forget(subscription));
    }

    void applyScheduled(JsonObject subscription) {
        String next = Fields.text(Fields.notes(subscription), NEXT);
        if (next != null) {
            Billed.setPrice(subscription, catalog.price(next));
            forget(subscription);
        }
    }

    List<Line> takePending(JsonObject subscription) {
        List<Line> lines = Fields.list(Fields.notes(subscription), PENDING).stream()
                .map(line -> new Line(
                        Fields.need(line, "description"),
                        Fields.number(line, "amount"),
                        catalog.price(Fields.need(line, "price")),
                        true,
                        Fields.time(line, "start"),
                        Fields.time(line, "end")))
                .toList();
        Fields.notes(subscription).remove(PENDING);
        return lines;
    }

    /** The price that a scheduled change will bring, or null. */
    static @Nullable String next(JsonObject subscription) {
        return Fields.text(Fields.notes(subscription), NEXT);
    }

    private static void forget(JsonObject subscription) {
        Fields.notes(subscription).remove(NEXT);
        Fields.clear(subscription, "schedule");
    }

    private List<Line> prorated(JsonObject subscription, JsonObject price) {
        Instant now = timeline.now();
        Instant end = Billed.periodEnd(subscription);
        long quantity = Fields.number(Billed.item(subscription), "quantity");
        JsonObject old = Billed.price(subscription);
        return List.of(
                new Line(
                        "Unused time on " + catalog.name(old),
                        -share(subscription, Billed.amount(old, quantity)),
                        old,
                        true,
                        now,
                        end),
                new Line(
                        "Remaining time on " + catalog.name(price),
                        share(subscription, Billed.amount(price, quantity)),
                        price,
                        true,
                        now,
                        end));
    }

    private long share(JsonObject subscription, long amount) {
        Instant end = Billed.periodEnd(subscription);
        double whole = Duration.between(Billed.periodStart(subscription), end).toSeconds();
        double left = Math.max(0, Duration.between(timeline.now(), end).toSeconds());
        return Math.round(amount * left / whole);
    }

    private static void remember(JsonObject subscription, Line line) {
        JsonObject notes = Fields.notes(subscription);
        if (!notes.has(PENDING)) {
            notes.add(PENDING, new JsonArray());
        }
        JsonObject kept = new JsonObject();
        kept.addProperty("description", line.description());
        kept.addProperty("amount", line.amount());
        kept.addProperty("price", Fields.need(line.price(), "id"));
        Fields.put(kept, "start", line.start());
        Fields.put(kept, "end", line.end());
        notes.getAsJsonArray(PENDING).add(kept);
    }
}
