package ai.novacore.adapters.stripe.standin;

import ai.novacore.adapters.stripe.standin.TestCard.Occasion;
import ai.novacore.adapters.stripe.standin.TestCard.Result;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Collects an invoice and lets the subscription follow: active when it is paid, past due when it is not. Tried again
 * 3, 5 and 7 days after the attempt before; given up 21 days after the first.
 */
final class Dunning {
    private static final List<Duration> RETRIES = List.of(Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(7));
    private static final Duration AT_LAST = Duration.ofDays(21);

    private final Timeline timeline;
    private final Events events;
    private final Invoices invoices;
    private final Store store;
    private final Disturbance switches;

    Dunning(State state, Events events, Invoices invoices, Disturbance switches) {
        this.store = state.store;
        this.timeline = state.timeline;
        this.events = events;
        this.invoices = invoices;
        this.switches = switches;
    }

    Result collect(JsonObject invoice, Occasion occasion) {
        Result result = invoices.collect(invoice, occasion);
        if (result == Result.PAID) {
            recover(invoice);
        } else {
            fail(invoice, result);
        }
        return result;
    }

    /** When the subscription's fate is decided, for an invoice that was tried in vain. */
    static Instant end(JsonObject invoice) {
        return Fields.time(Fields.notes(invoice), "given_up_at");
    }

    static boolean runs(JsonObject invoice) {
        return Fields.is(invoice, "status", "open") && Fields.instant(Fields.notes(invoice), "given_up_at") != null;
    }

    void end(JsonObject invoice, Subscriptions subscriptions) {
        Fields.clear(invoice, "next_payment_attempt");
        Fields.clear(Fields.notes(invoice), "given_up_at");
        JsonObject subscription = invoices.subscription(invoice);
        if (!Billed.in(subscription, "past_due")) {
            return;
        }
        if (switches.switches().unpaidAtLast()) {
            events.update(
                    "customer.subscription.updated", subscription, () -> Fields.put(subscription, "status", "unpaid"));
        } else {
            subscriptions.end(subscription, "payment_failed");
        }
    }

    /** Nothing is collected any more for a subscription that is over. */
    void stop(JsonObject subscription) {
        store.all("invoice").stream()
                .filter(invoice -> Fields.is(invoice, "status", "open"))
                .filter(invoice ->
                        Fields.is(invoice, "parent.subscription_details.subscription", Fields.need(subscription, "id")))
                .forEach(invoice -> {
                    Fields.clear(invoice, "next_payment_attempt");
                    Fields.put(invoice, "auto_advance", false);
                    Fields.clear(Fields.notes(invoice), "given_up_at");
                });
    }

    private void recover(JsonObject invoice) {
        Fields.clear(Fields.notes(invoice), "given_up_at");
        JsonObject subscription = invoices.subscription(invoice);
        if (Billed.in(subscription, "past_due", "unpaid") && isLatest(invoice, subscription)) {
            events.update(
                    "customer.subscription.updated", subscription, () -> Fields.put(subscription, "status", "active"));
        }
    }

    private void fail(JsonObject invoice, Result result) {
        JsonObject notes = Fields.notes(invoice);
        if (Fields.instant(notes, "given_up_at") == null) {
            Fields.put(notes, "given_up_at", timeline.now().plus(AT_LAST));
        }
        int failures = (int) Fields.number(invoice, "attempt_count");
        Instant next = failures <= RETRIES.size() ? timeline.now().plus(RETRIES.get(failures - 1)) : null;
        Fields.put(invoice, "next_payment_attempt", next);
        events.emit("invoice.payment_failed", invoice);
        if (result == Result.ACTION_REQUIRED) {
            events.emit("invoice.payment_action_required", invoice);
        }
        JsonObject subscription = invoices.subscription(invoice);
        if (Billed.in(subscription, "active", "trialing") && isLatest(invoice, subscription)) {
            events.update(
                    "customer.subscription.updated",
                    subscription,
                    () -> Fields.put(subscription, "status", "past_due"));
        }
    }

    private static boolean isLatest(JsonObject invoice, JsonObject subscription) {
        return Fields.is(subscription, "latest_invoice", Fields.need(invoice, "id"));
    }
}
