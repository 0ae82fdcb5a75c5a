package ai.novacore.adapters.stripe.standin;

import ai.novacore.adapters.stripe.standin.TestCard.Occasion;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A subscription's beginning, its end, and what its member decides in between. */
final class Subscriptions {
    private static final String UPDATED = "customer.subscription.updated";

    private final Store store;
    private final Timeline timeline;
    private final Events events;
    private final Invoices invoices;
    private final Dunning dunning;
    private final Catalog catalog;

    Subscriptions(State state, Events events, Invoices invoices, Dunning dunning, Catalog catalog) {
        this.store = state.store;
        this.timeline = state.timeline;
        this.events = events;
        this.invoices = invoices;
        this.dunning = dunning;
        this.catalog = catalog;
    }

    /** @param withoutMethod what happens to a trial that ends without a card: create_invoice, pause or cancel */
    record Opening(
            String customer,
            JsonObject price,
            long quantity,
            @Nullable String paymentMethod,
            int trialDays,
            String withoutMethod,
            Map<String, String> metadata) {}

    /** The card was asked before: a subscription bought in a checkout begins active or trialing. */
    JsonObject open(Opening opening) {
        Instant now = timeline.now();
        JsonObject subscription = Shapes.of("subscription");
        String id = Ids.of("subscription");
        Fields.put(subscription, "id", id);
        Fields.put(subscription, "customer", opening.customer());
        Fields.put(subscription, "created", now);
        Fields.put(subscription, "start_date", now);
        Fields.put(subscription, "default_payment_method", opening.paymentMethod());
        Fields.put(subscription, "trial_settings.end_behavior.missing_payment_method", opening.withoutMethod());
        opening.metadata().forEach(Fields.object(subscription, "metadata")::addProperty);
        Fields.put(
                subscription, "items", Shapes.list(List.of(item(opening, id, now)), false, "/v1/subscription_items"));
        boolean trial = opening.trialDays() > 0;
        Instant trialEnd = now.plus(Duration.ofDays(opening.trialDays()));
        Fields.put(subscription, "billing_cycle_anchor", trialEnd);
        if (trial) {
            Fields.put(subscription, "status", "trialing");
            Fields.put(subscription, "trial_start", now);
            Fields.put(subscription, "trial_end", trialEnd);
        }
        Billed.setPeriod(subscription, now, trial ? trialEnd : Billed.monthAfter(now, now));
        store.add(subscription);
        JsonObject invoice = invoices.draft(subscription, "subscription_create", List.of(line(subscription, trial)));
        Fields.put(subscription, "latest_invoice", Fields.need(invoice, "id"));
        events.emit("customer.subscription.created", subscription);
        events.emit("invoice.created", invoice);
        invoices.finalise(invoice);
        dunning.collect(invoice, Occasion.CHECKOUT);
        return subscription;
    }

    /** The line of a whole period, which is free of charge in a trial. */
    Invoices.Line line(JsonObject subscription, boolean trial) {
        String name = catalog.name(Billed.price(subscription));
        return new Invoices.Line(
                trial ? "Trial period for " + name : "1 × " + name,
                trial ? 0 : Billed.amount(subscription),
                Billed.price(subscription),
                false,
                Billed.periodStart(subscription),
                Billed.periodEnd(subscription));
    }

    void cancelAtPeriodEnd(JsonObject subscription) {
        events.update(UPDATED, subscription, () -> {
            Fields.put(subscription, "cancel_at_period_end", true);
            cancelAt(subscription, Billed.periodEnd(subscription));
        });
    }

    void cancelAt(JsonObject subscription, Instant time) {
        Fields.put(subscription, "cancel_at", time);
        Fields.put(subscription, "canceled_at", timeline.now());
        Fields.put(subscription, "cancellation_details.reason", "cancellation_requested");
    }

    void keep(JsonObject subscription) {
        events.update(UPDATED, subscription, () -> {
            Fields.put(subscription, "cancel_at_period_end", false);
            Fields.clear(subscription, "cancel_at");
            Fields.clear(subscription, "canceled_at");
            Fields.clear(subscription, "cancellation_details.reason");
        });
    }

    /** @param reason Stripe's: cancellation_requested or payment_failed */
    void end(JsonObject subscription, String reason) {
        Fields.put(subscription, "status", "canceled");
        Fields.put(subscription, "ended_at", timeline.now());
        Fields.clear(subscription, "schedule");
        if (Fields.instant(subscription, "canceled_at") == null) {
            Fields.put(subscription, "canceled_at", timeline.now());
        }
        Fields.put(subscription, "cancellation_details.reason", reason);
        dunning.stop(subscription);
        events.emit("customer.subscription.deleted", subscription);
    }

    /** Ends a pause that followed a trial without a card, with a period and an invoice that begin now. */
    void resume(JsonObject subscription) {
        if (!Billed.in(subscription, "paused")) {
            throw ApiError.refused("subscription_not_paused", "Only a paused subscription can be resumed.");
        }
        Instant now = timeline.now();
        events.update(UPDATED, subscription, () -> {
            Fields.put(subscription, "status", "active");
            Fields.put(subscription, "billing_cycle_anchor", now);
            Billed.setPeriod(subscription, now, Billed.monthAfter(now, now));
        });
        events.emit("customer.subscription.resumed", subscription);
        bill(subscription, "subscription_update", List.of(line(subscription, false)), Occasion.HOLDER_PRESENT);
    }

    void bill(JsonObject subscription, String reason, List<Invoices.Line> lines, Occasion occasion) {
        JsonObject invoice = invoices.draft(subscription, reason, lines);
        events.emit("invoice.created", invoice);
        events.update(
                UPDATED, subscription, () -> Fields.put(subscription, "latest_invoice", Fields.need(invoice, "id")));
        invoices.finalise(invoice);
        dunning.collect(invoice, occasion);
    }

    void payWith(JsonObject subscription, String method) {
        events.update(UPDATED, subscription, () -> Fields.put(subscription, "default_payment_method", method));
    }

    private static JsonObject item(Opening opening, String subscription, Instant now) {
        JsonObject item = Shapes.of("subscription_item");
        Fields.put(item, "id", Ids.of("subscription_item"));
        Fields.put(item, "created", now);
        Fields.put(item, "price", opening.price().deepCopy());
        Fields.put(item, "quantity", opening.quantity());
        Fields.put(item, "subscription", subscription);
        return item;
    }
}
