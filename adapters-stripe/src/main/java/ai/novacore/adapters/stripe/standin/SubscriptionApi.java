package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Set;

/** The routes that change and end subscriptions. */
final class SubscriptionApi {
    private static final String UPDATED = "customer.subscription.updated";
    private static final Set<String> PRORATIONS = Set.of("always_invoice", "create_prorations", "none");
    private static final Set<String> PAUSES = Set.of("void", "keep_as_draft", "mark_uncollectible");

    private final Billing billing;

    SubscriptionApi(Billing billing) {
        this.billing = billing;
    }

    void addTo(Routes routes) {
        routes.post("/v1/subscriptions/*", this::update);
        routes.delete("/v1/subscriptions/*", this::cancel);
        routes.post("/v1/subscriptions/*/resume", this::resume);
    }

    private JsonObject update(Call call) {
        JsonObject subscription = live(call.id());
        Params params = call.params();
        params.get("items[0][price]").ifPresent(price -> reprice(subscription, price, params));
        if (params.has("cancel_at_period_end")) {
            if (params.flag("cancel_at_period_end")) {
                billing.subscriptions.cancelAtPeriodEnd(subscription);
            } else {
                billing.subscriptions.keep(subscription);
            }
        }
        events(subscription, () -> members(subscription, params));
        return subscription;
    }

    private void reprice(JsonObject subscription, String price, Params params) {
        String item = params.need("items[0][id]");
        if (!Fields.is(Billed.item(subscription), "id", item)) {
            throw ApiError.missing("subscription item", item, "items[0][id]");
        }
        String proration = params.get("proration_behavior").orElse("create_prorations");
        if (!PRORATIONS.contains(proration)) {
            throw ApiError.invalid("Invalid proration_behavior.", "proration_behavior");
        }
        billing.changes.now(subscription, billing.catalog.price(price), proration, TestCard.Occasion.HOLDER_ABSENT);
    }

    private void members(JsonObject subscription, Params params) {
        Metadata.merge(Fields.object(subscription, "metadata"), params.under("metadata"));
        params.get("default_payment_method")
                .ifPresent(method -> Fields.put(subscription, "default_payment_method", method));
        params.number("cancel_at")
                .map(Instant::ofEpochSecond)
                .ifPresent(time -> billing.subscriptions.cancelAt(subscription, time));
        params.get("pause_collection[behavior]").ifPresent(behavior -> {
            if (!PAUSES.contains(behavior)) {
                throw ApiError.invalid("Invalid pause_collection[behavior].", "pause_collection[behavior]");
            }
            JsonObject pause = new JsonObject();
            pause.addProperty("behavior", behavior);
            Fields.put(
                    pause,
                    "resumes_at",
                    params.number("pause_collection[resumes_at]")
                            .map(Instant::ofEpochSecond)
                            .orElse(null));
            Fields.put(subscription, "pause_collection", pause);
        });
        if (params.has("pause_collection")) {
            Fields.clear(subscription, "pause_collection");
        }
    }

    private JsonObject cancel(Call call) {
        JsonObject subscription = live(call.id());
        if (call.params().flag("prorate") && call.params().flag("invoice_now")) {
            billing.changes.creditUnused(subscription);
        }
        billing.subscriptions.end(subscription, "cancellation_requested");
        return subscription;
    }

    private JsonObject resume(Call call) {
        JsonObject subscription = live(call.id());
        billing.subscriptions.resume(subscription);
        return subscription;
    }

    /** Stripe answers for a subscription that is over as if there were none. */
    private JsonObject live(String id) {
        return billing.store
                .find("subscription", id)
                .filter(found -> !Billed.over(found))
                .orElseThrow(() -> ApiError.missing("subscription", id, "id"));
    }

    private void events(JsonObject subscription, Runnable change) {
        billing.events.update(UPDATED, subscription, change);
    }
}
