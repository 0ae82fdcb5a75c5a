package ai.novacore.adapters.stripe;

import ai.novacore.application.subscription.port.out.WebhookReader.Said;
import ai.novacore.domain.subscription.Money;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an event says. Where another version of Stripe's API says it elsewhere, all that is left is that something has
 * changed, which is enough to look.
 */
final class EventReading {
    private static final Said CHANGED = new Said.Changed();

    private EventReading() {}

    static Said read(String payload) {
        JsonObject event = object(payload);
        String type = text(event, "type");
        if (type == null) {
            throw new IllegalArgumentException("this is no event");
        }
        JsonObject about = child(child(event, "data"), "object");
        Said said = switch (type) {
            case "checkout.session.completed", "checkout.session.expired" -> checkoutOver(about);
            case "charge.refunded" -> refunded(about);
            case "charge.dispute.created" -> disputed(about);
            case "customer.subscription.trial_will_end" -> trialEnding(about);
            case "invoice.payment_action_required" -> actionRequired(about);
            case "customer.deleted" -> new Said.CustomerDeleted();
            default -> CHANGED;
        };
        return said == null ? CHANGED : said;
    }

    private static @Nullable Said checkoutOver(JsonObject session) {
        String id = text(session, "id");
        return id == null ? null : new Said.CheckoutOver(id, text(session, "client_reference_id"));
    }

    private static @Nullable Said refunded(JsonObject charge) {
        String payment = reference(charge, "payment_intent");
        Money refunded = money(charge, "amount_refunded");
        JsonPrimitive full = primitive(charge, "refunded", JsonPrimitive::isBoolean);
        return payment == null || refunded == null
                ? null
                : new Said.Refunded(payment, refunded, full != null && full.getAsBoolean());
    }

    private static @Nullable Said disputed(JsonObject dispute) {
        String charge = reference(dispute, "charge");
        String payment = reference(dispute, "payment_intent");
        Money disputed = money(dispute, "amount");
        return charge == null || payment == null || disputed == null
                ? null
                : new Said.Disputed(charge, payment, disputed);
    }

    private static @Nullable Said trialEnding(JsonObject subscription) {
        Long end = number(subscription, "trial_end");
        return end == null ? null : new Said.TrialEnding(Instant.ofEpochSecond(end));
    }

    private static @Nullable Said actionRequired(JsonObject invoice) {
        Money due = money(invoice, "amount_due");
        return due == null ? null : new Said.ActionRequired(due);
    }

    private static JsonObject object(String payload) {
        try {
            if (JsonParser.parseString(payload) instanceof JsonObject event) {
                return event;
            }
        } catch (JsonParseException e) {
            // Its message quotes what was read.
        }
        throw new IllegalArgumentException("this is no JSON object");
    }

    private static JsonObject child(JsonObject of, String name) {
        return of.get(name) instanceof JsonObject child ? child : new JsonObject();
    }

    /** The name of another object, which may be there as a whole. */
    private static @Nullable String reference(JsonObject of, String name) {
        return of.get(name) instanceof JsonObject whole ? text(whole, "id") : text(of, name);
    }

    private static @Nullable Money money(JsonObject of, String name) {
        Long amount = number(of, name);
        String currency = text(of, "currency");
        return amount == null || currency == null ? null : new Money(amount, currency);
    }

    private static @Nullable String text(JsonObject of, String name) {
        JsonPrimitive value = primitive(of, name, JsonPrimitive::isString);
        return value == null ? null : value.getAsString();
    }

    private static @Nullable Long number(JsonObject of, String name) {
        JsonPrimitive value = primitive(of, name, JsonPrimitive::isNumber);
        try {
            return value == null ? null : value.getAsLong();
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable JsonPrimitive primitive(JsonObject of, String name, Predicate<JsonPrimitive> kind) {
        JsonElement value = of.get(name);
        return value instanceof JsonPrimitive primitive && kind.test(primitive) ? primitive : null;
    }
}
