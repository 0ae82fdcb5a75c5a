package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Money that goes back: given by us, or claimed by the holder of the card. */
final class Refunds {
    private static final Duration TIME_FOR_EVIDENCE = Duration.ofDays(20);

    private final Store store;
    private final Timeline timeline;
    private final Events events;

    Refunds(State state, Events events) {
        this.store = state.store;
        this.timeline = state.timeline;
        this.events = events;
    }

    /** @param amount in minor units; null refunds what is left */
    JsonObject refund(String chargeId, @Nullable Long amount, @Nullable String reason) {
        JsonObject charge = charge(chargeId);
        long left = Fields.number(charge, "amount") - Fields.number(charge, "amount_refunded");
        if (!Fields.flag(charge, "paid") || left == 0) {
            throw ApiError.refused("charge_already_refunded", "Charge " + chargeId + " has already been refunded.");
        }
        long given = amount == null ? left : amount;
        if (given <= 0 || given > left) {
            throw ApiError.invalid("Refund amount must be positive and at most what is left of the charge.", "amount");
        }
        JsonObject refund = Shapes.of("refund");
        Fields.put(refund, "id", Ids.of("refund"));
        Fields.put(refund, "amount", given);
        Fields.put(refund, "charge", chargeId);
        Fields.put(refund, "created", timeline.now());
        Fields.put(refund, "payment_intent", Fields.text(charge, "payment_intent"));
        Fields.put(refund, "reason", reason);
        store.add(refund);
        events.update("charge.refunded", charge, () -> {
            Fields.put(charge, "amount_refunded", Fields.number(charge, "amount_refunded") + given);
            Fields.put(charge, "refunded", given == left);
        });
        return refund;
    }

    JsonObject dispute(String chargeId) {
        JsonObject charge = charge(chargeId);
        if (Fields.flag(charge, "disputed") || !Fields.flag(charge, "paid")) {
            throw ApiError.refused("charge_disputed", "Charge " + chargeId + " cannot be disputed.");
        }
        Fields.put(charge, "disputed", true);
        JsonObject dispute = Shapes.of("dispute");
        Fields.put(dispute, "id", Ids.of("dispute"));
        Fields.put(dispute, "amount", Fields.number(charge, "amount"));
        Fields.put(dispute, "charge", chargeId);
        Fields.put(dispute, "created", timeline.now());
        Fields.put(dispute, "payment_intent", Fields.text(charge, "payment_intent"));
        Fields.put(dispute, "evidence_details.due_by", timeline.now().plus(TIME_FOR_EVIDENCE));
        store.add(dispute);
        events.emit("charge.dispute.created", dispute);
        return dispute;
    }

    private JsonObject charge(String id) {
        return store.find("charge", id).orElseThrow(() -> ApiError.missing("charge", id, "charge"));
    }
}
