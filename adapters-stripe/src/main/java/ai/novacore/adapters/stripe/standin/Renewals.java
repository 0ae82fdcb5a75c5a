package ai.novacore.adapters.stripe.standin;

import ai.novacore.adapters.stripe.standin.TestCard.Occasion;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happens at the end of a period or a trial. */
final class Renewals {
    private static final String UPDATED = "customer.subscription.updated";

    private final Store store;
    private final Events events;
    private final Invoices invoices;
    private final Dunning dunning;
    private final Subscriptions subscriptions;
    private final PriceChanges changes;

    Renewals(
            State state,
            Events events,
            Invoices invoices,
            Dunning dunning,
            Subscriptions subscriptions,
            PriceChanges changes) {
        this.store = state.store;
        this.events = events;
        this.invoices = invoices;
        this.dunning = dunning;
        this.subscriptions = subscriptions;
        this.changes = changes;
    }

    /** A new period begins whether or not it is paid; the invoice is finalised at once, where Stripe waits an hour. */
    void renew(JsonObject subscription) {
        List<JsonObject> drafted = new ArrayList<>();
        events.update(UPDATED, subscription, () -> {
            Instant start = Billed.periodEnd(subscription);
            Instant anchor = Fields.time(subscription, "billing_cycle_anchor");
            changes.applyScheduled(subscription);
            Billed.setPeriod(subscription, start, Billed.monthAfter(anchor, start));
            if (Billed.in(subscription, "trialing")) {
                Fields.put(subscription, "status", "active");
            }
            List<Invoices.Line> lines = new ArrayList<>();
            lines.add(subscriptions.line(subscription, false));
            lines.addAll(changes.takePending(subscription));
            JsonObject invoice = invoices.draft(subscription, "subscription_cycle", lines);
            Fields.put(subscription, "latest_invoice", Fields.need(invoice, "id"));
            drafted.add(invoice);
        });
        JsonObject invoice = drafted.getFirst();
        events.emit("invoice.created", invoice);
        settle(subscription, invoice);
    }

    void trialWillEnd(JsonObject subscription) {
        Fields.put(Fields.notes(subscription), "trial_end_told", true);
        events.emit("customer.subscription.trial_will_end", subscription);
    }

    void trialEnds(JsonObject subscription) {
        JsonObject customer = store.get("customer", Fields.need(subscription, "customer"));
        String without = Fields.need(subscription, "trial_settings.end_behavior.missing_payment_method");
        boolean card = Billed.paymentMethod(subscription, customer) != null;
        if (card || without.equals("create_invoice")) {
            renew(subscription);
        } else if (without.equals("pause")) {
            events.update(UPDATED, subscription, () -> Fields.put(subscription, "status", "paused"));
            events.emit("customer.subscription.paused", subscription);
        } else {
            subscriptions.end(subscription, "cancellation_requested");
        }
    }

    void collectAgain(JsonObject subscription) {
        events.update(UPDATED, subscription, () -> Fields.clear(subscription, "pause_collection"));
    }

    private void settle(JsonObject subscription, JsonObject invoice) {
        String pause = Fields.text(subscription, "pause_collection.behavior");
        if (pause == null) {
            invoices.finalise(invoice);
            dunning.collect(invoice, Occasion.HOLDER_ABSENT);
        } else if (pause.equals("keep_as_draft")) {
            Fields.put(invoice, "auto_advance", false);
        } else {
            invoices.finalise(invoice);
            if (pause.equals("void")) {
                invoices.withdraw(invoice);
            } else {
                invoices.giveUp(invoice);
            }
        }
    }
}
