package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Predicate;

/** The routes that only show: each kind by id, and as a list with its filters. */
final class Reading {
    private final Store store;

    Reading(Store store) {
        this.store = store;
    }

    void addTo(Routes routes) {
        kind(routes, "customers", "customer", Map.of("email", "email"));
        kind(routes, "products", "product", Map.of("active", "active"));
        kind(routes, "prices", "price", Map.of("product", "product", "active", "active", "currency", "currency"));
        kind(routes, "payment_methods", "payment_method", Map.of("customer", "customer", "type", "type"));
        kind(
                routes,
                "checkout/sessions",
                "checkout.session",
                Map.of("customer", "customer", "status", "status", "subscription", "subscription"));
        kind(
                routes,
                "invoices",
                "invoice",
                Map.of(
                        "customer",
                        "customer",
                        "status",
                        "status",
                        "subscription",
                        "parent.subscription_details.subscription"));
        kind(
                routes,
                "invoice_payments",
                "invoice_payment",
                Map.of("invoice", "invoice", "status", "status", "payment[payment_intent]", "payment.payment_intent"));
        kind(routes, "payment_intents", "payment_intent", Map.of("customer", "customer"));
        kind(routes, "charges", "charge", Map.of("customer", "customer", "payment_intent", "payment_intent"));
        kind(routes, "refunds", "refund", Map.of("charge", "charge", "payment_intent", "payment_intent"));
        kind(routes, "disputes", "dispute", Map.of("charge", "charge", "payment_intent", "payment_intent"));
        one(routes, "events", "event");
        routes.get("/v1/events", this::events);
        one(routes, "subscriptions", "subscription");
        routes.get("/v1/subscriptions", this::subscriptions);
    }

    private void kind(Routes routes, String path, String kind, Map<String, String> filters) {
        one(routes, path, kind);
        routes.get(
                "/v1/" + path,
                call -> Listing.page(
                        store.newest(kind).stream()
                                .filter(object -> !Fields.flag(object, "deleted"))
                                .filter(filter(call.params(), filters)),
                        call));
    }

    private void one(Routes routes, String path, String kind) {
        routes.get(
                "/v1/" + path + "/*",
                call -> store.find(kind, call.id()).orElseThrow(() -> ApiError.missing(kind, call.id(), "id")));
    }

    private JsonObject subscriptions(Call call) {
        String status = call.params().get("status").orElse("");
        Predicate<JsonObject> wanted = switch (status) {
            case "" -> subscription -> !Billed.over(subscription);
            case "all" -> subscription -> true;
            case "ended" -> Billed::over;
            default -> subscription -> Fields.is(subscription, "status", status);
        };
        return Listing.page(
                store.newest("subscription").stream()
                        .filter(wanted)
                        .filter(filter(call.params(), Map.of("customer", "customer")))
                        .filter(subscription -> call.params()
                                .get("price")
                                .map(Billed.priceId(subscription)::equals)
                                .orElse(true)),
                call);
    }

    /** A type may end in {@code *}; {@code types[]} are taken as they are. */
    private JsonObject events(Call call) {
        String type = call.params().get("type").orElse("*");
        var types = call.params().list("types");
        return Listing.page(
                store.newest("event").stream().filter(event -> {
                    String own = Fields.need(event, "type");
                    boolean fits = type.endsWith("*")
                            ? own.startsWith(type.substring(0, type.length() - 1))
                            : own.equals(type);
                    return fits && (types.isEmpty() || types.contains(own));
                }),
                call);
    }

    private static Predicate<JsonObject> filter(Params params, Map<String, String> filters) {
        return object -> filters.entrySet().stream()
                .allMatch(filter -> params.get(filter.getKey())
                        .map(value -> Fields.is(object, filter.getValue(), value))
                        .orElse(true));
    }
}
