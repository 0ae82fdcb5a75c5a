package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes what Stripe keeps on a subscription's one item: the price and the billing period. */
final class Billed {
    private static final Set<String> OVER = Set.of("canceled", "incomplete_expired");

    private Billed() {}

    static JsonObject item(JsonObject subscription) {
        return Fields.list(subscription, "items.data").getFirst();
    }

    static JsonObject price(JsonObject subscription) {
        return Fields.object(item(subscription), "price");
    }

    static String priceId(JsonObject subscription) {
        return Fields.need(price(subscription), "id");
    }

    static long amount(JsonObject subscription) {
        return amount(price(subscription), Fields.number(item(subscription), "quantity"));
    }

    static long amount(JsonObject price, long quantity) {
        return Fields.number(price, "unit_amount") * quantity;
    }

    static Instant periodStart(JsonObject subscription) {
        return Fields.time(item(subscription), "current_period_start");
    }

    static Instant periodEnd(JsonObject subscription) {
        return Fields.time(item(subscription), "current_period_end");
    }

    static boolean over(JsonObject subscription) {
        return OVER.contains(Fields.need(subscription, "status"));
    }

    static boolean in(JsonObject subscription, String... statuses) {
        return List.of(statuses).contains(Fields.need(subscription, "status"));
    }

    static void setPrice(JsonObject subscription, JsonObject price) {
        Fields.put(item(subscription), "price", price.deepCopy());
    }

    static void setPeriod(JsonObject subscription, Instant start, Instant end) {
        Fields.put(item(subscription), "current_period_start", start);
        Fields.put(item(subscription), "current_period_end", end);
    }

    /** The next month's end on the anchor's day, or on the last day of a month that is too short for it. */
    static Instant monthAfter(Instant anchor, Instant time) {
        int months = 1;
        while (!plusMonths(anchor, months).isAfter(time)) {
            months++;
        }
        return plusMonths(anchor, months);
    }

    static @Nullable String paymentMethod(JsonObject subscription, JsonObject customer) {
        String own = Fields.text(subscription, "default_payment_method");
        return own == null ? Fields.text(customer, "invoice_settings.default_payment_method") : own;
    }

    private static Instant plusMonths(Instant anchor, int months) {
        return anchor.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
    }
}
