package ai.novacore.adapters.stripe.standin;

import ai.novacore.adapters.stripe.standin.TestCard.Occasion;
import ai.novacore.adapters.stripe.standin.TestCard.Result;
import com.google.gson.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes money for an invoice: one payment intent per invoice, one charge per attempt that reaches the bank. */
final class Payments {
    private final Store store;
    private final Timeline timeline;
    private final Events events;

    Payments(State state, Events events) {
        this.store = state.store;
        this.timeline = state.timeline;
        this.events = events;
    }

    void expect(JsonObject invoice) {
        JsonObject intent = Shapes.of("payment_intent");
        String id = Ids.of("payment_intent");
        Fields.put(intent, "id", id);
        Fields.put(intent, "client_secret", id + "_secret_standin");
        Fields.put(intent, "amount", Fields.number(invoice, "amount_due"));
        Fields.put(intent, "created", timeline.now());
        Fields.put(intent, "customer", Fields.need(invoice, "customer"));
        store.add(intent);
        JsonObject payment = Shapes.of("invoice_payment");
        Fields.put(payment, "id", Ids.of("invoice_payment"));
        Fields.put(payment, "amount_requested", Fields.number(invoice, "amount_due"));
        Fields.put(payment, "created", timeline.now());
        Fields.put(payment, "invoice", Fields.need(invoice, "id"));
        Fields.put(payment, "payment.payment_intent", id);
        store.add(payment);
    }

    Optional<JsonObject> of(JsonObject invoice) {
        return store.all("invoice_payment").stream()
                .filter(payment -> Fields.is(payment, "invoice", Fields.need(invoice, "id")))
                .findFirst();
    }

    /** @param method the payment method's id; without one nothing can be charged */
    Result charge(JsonObject invoice, @Nullable String method, Occasion occasion) {
        JsonObject payment = of(invoice).orElseThrow();
        JsonObject intent = store.get("payment_intent", Fields.need(payment, "payment.payment_intent"));
        Optional<TestCard> card = Optional.ofNullable(method).flatMap(this::card);
        Fields.put(intent, "payment_method", method);
        if (method == null || card.isEmpty()) {
            return Result.DECLINED;
        }
        Result result = card.get().charge(occasion);
        switch (result) {
            case PAID -> paid(payment, intent);
            case ACTION_REQUIRED -> Fields.put(intent, "status", "requires_action");
            case DECLINED -> declined(intent, card.get());
        }
        return result;
    }

    Optional<TestCard> card(String method) {
        return TestCard.of(Fields.need(Fields.notes(store.get("payment_method", method)), "number"));
    }

    private void paid(JsonObject payment, JsonObject intent) {
        JsonObject charge = chargeFor(intent);
        Fields.put(charge, "amount_captured", Fields.number(intent, "amount"));
        store.add(charge);
        Fields.put(intent, "status", "succeeded");
        Fields.clear(intent, "last_payment_error");
        Fields.put(intent, "amount_received", Fields.number(intent, "amount"));
        Fields.put(payment, "status", "paid");
        Fields.put(payment, "amount_paid", Fields.number(intent, "amount"));
        Fields.put(payment, "status_transitions.paid_at", timeline.now());
        events.emit("charge.succeeded", charge);
    }

    private void declined(JsonObject intent, TestCard card) {
        JsonObject charge = chargeFor(intent);
        Fields.put(charge, "status", "failed");
        Fields.put(charge, "paid", false);
        Fields.put(charge, "captured", false);
        Fields.put(charge, "failure_code", card.code());
        Fields.put(charge, "failure_message", card.message);
        store.add(charge);
        Fields.put(intent, "status", "requires_payment_method");
        Fields.put(
                intent, "last_payment_error", Fields.object(ApiError.card(card).body(), "error"));
        events.emit("charge.failed", charge);
    }

    private JsonObject chargeFor(JsonObject intent) {
        JsonObject method = store.get("payment_method", Fields.need(intent, "payment_method"));
        JsonObject charge = Shapes.of("charge");
        Fields.put(charge, "id", Ids.of("charge"));
        Fields.put(charge, "amount", Fields.number(intent, "amount"));
        Fields.put(charge, "created", timeline.now());
        Fields.put(charge, "customer", Fields.need(intent, "customer"));
        Fields.put(charge, "payment_intent", Fields.need(intent, "id"));
        Fields.put(charge, "payment_method", Fields.need(method, "id"));
        Fields.put(
                charge,
                "billing_details",
                Fields.object(method, "billing_details").deepCopy());
        Fields.put(charge, "payment_method_details.card.last4", Fields.need(method, "card.last4"));
        Fields.put(intent, "latest_charge", Fields.need(charge, "id"));
        return charge;
    }
}
