package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The routes that make and expire checkout sessions and portal sessions. */
final class CheckoutApi {
    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final String CHECKOUT = "checkout.session";

    private final Billing billing;
    private final Supplier<String> publicBase;

    /** @param publicBase where members' browsers find the pages, without a slash at the end */
    CheckoutApi(Billing billing, Supplier<String> publicBase) {
        this.billing = billing;
        this.publicBase = publicBase;
    }

    void addTo(Routes routes) {
        routes.post("/v1/checkout/sessions", call -> create(call.params()));
        routes.post("/v1/checkout/sessions/*/expire", this::expire);
        routes.post("/v1/billing_portal/sessions", call -> portal(call.params()));
    }

    private JsonObject create(Params params) {
        if (!params.need("mode").equals("subscription")) {
            throw ApiError.invalid("The stand-in sells subscriptions only.", "mode");
        }
        JsonObject price = price(params.need("line_items[0][price]"));
        long quantity = params.number("line_items[0][quantity]")
                .orElseThrow(() -> ApiError.required("line_items[0][quantity]"));
        params.get("customer").ifPresent(billing.customers::get);
        Instant now = billing.timeline.now();
        JsonObject session = Shapes.of(CHECKOUT);
        String id = Ids.of(CHECKOUT);
        Fields.put(session, "id", id);
        Fields.put(session, "created", now);
        Fields.put(
                session,
                "expires_at",
                params.number("expires_at").map(Instant::ofEpochSecond).orElse(now.plus(LIFETIME)));
        Fields.put(session, "success_url", params.need("success_url"));
        Fields.put(session, "url", publicBase.get() + "/dev/stripe/checkout/" + id);
        for (String member : new String[] {"cancel_url", "client_reference_id", "customer", "customer_email"}) {
            Fields.put(session, member, params.get(member).orElse(null));
        }
        Fields.put(session, "amount_subtotal", Billed.amount(price, quantity));
        Fields.put(session, "amount_total", Billed.amount(price, quantity));
        Fields.put(session, "metadata", Metadata.of(params.under("metadata")));
        note(session, params, quantity);
        billing.store.add(session);
        return session;
    }

    private void note(JsonObject session, Params params, long quantity) {
        long asked = params.number("subscription_data[trial_period_days]").orElse(0L);
        int switched = billing.switches.switches().trialDays();
        boolean bySwitch = asked == 0 && switched > 0;
        JsonObject notes = Fields.notes(session);
        Fields.put(notes, "price", params.need("line_items[0][price]"));
        Fields.put(notes, "quantity", quantity);
        Fields.put(notes, "trial_days", bySwitch ? switched : asked);
        Fields.put(
                notes,
                "without_method",
                params.get("subscription_data[trial_settings][end_behavior][missing_payment_method]")
                        .orElse(bySwitch ? "pause" : "create_invoice"));
        Fields.put(notes, "subscription_metadata", Metadata.of(params.under("subscription_data[metadata]")));
        Fields.put(
                session,
                "payment_method_collection",
                params.get("payment_method_collection").orElse(bySwitch ? "if_required" : "always"));
    }

    private JsonObject expire(Call call) {
        JsonObject session = billing.store
                .find(CHECKOUT, call.id())
                .orElseThrow(() -> ApiError.missing(CHECKOUT, call.id(), "session"));
        if (!Fields.is(session, "status", "open")) {
            throw ApiError.refused(
                    "resource_not_open", "Only Checkout Sessions with a status in [\"open\"] can be expired.");
        }
        billing.checkouts.expire(session);
        return session;
    }

    private JsonObject portal(Params params) {
        JsonObject session = Shapes.of("billing_portal.session");
        String id = Ids.of("billing_portal.session");
        Fields.put(session, "id", id);
        Fields.put(session, "created", billing.timeline.now());
        Fields.put(session, "customer", Fields.need(billing.customers.get(params.need("customer")), "id"));
        Fields.put(session, "return_url", params.get("return_url").orElse(null));
        Fields.put(session, "url", publicBase.get() + "/dev/stripe/portal/" + id);
        params.get("flow_data[type]").ifPresent(type -> Fields.put(session, "flow", flow(type, params)));
        billing.store.add(session);
        return session;
    }

    private JsonObject flow(String type, Params params) {
        if (!type.equals("subscription_update_confirm") && !type.equals("subscription_cancel")) {
            throw ApiError.invalid("The stand-in does not have this flow.", "flow_data[type]");
        }
        String prefix = "flow_data[" + type + "]";
        JsonObject details = new JsonObject();
        details.addProperty("subscription", params.need(prefix + "[subscription]"));
        if (type.equals("subscription_update_confirm")) {
            String price = Fields.need(price(params.need(prefix + "[items][0][price]")), "id");
            JsonObject item = new JsonObject();
            item.addProperty("id", params.need(prefix + "[items][0][id]"));
            item.addProperty("price", price);
            item.addProperty("quantity", 1);
            details.add("items", Fields.array(List.of(item)));
        }
        JsonObject flow = new JsonObject();
        flow.addProperty("type", type);
        flow.add(type, details);
        String after = "flow_data[after_completion]";
        JsonObject completion = new JsonObject();
        completion.addProperty("type", params.get(after + "[type]").orElse("portal_homepage"));
        params.get(after + "[redirect][return_url]").ifPresent(url -> {
            JsonObject redirect = new JsonObject();
            redirect.addProperty("return_url", url);
            completion.add("redirect", redirect);
        });
        flow.add("after_completion", completion);
        return flow;
    }

    private JsonObject price(String id) {
        return billing.catalog.find(id).orElseThrow(() -> ApiError.missing("price", id, "price"));
    }
}
