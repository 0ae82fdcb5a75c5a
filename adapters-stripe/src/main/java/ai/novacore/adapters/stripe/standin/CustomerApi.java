package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes that make, change and delete customers. */
final class CustomerApi {
    private static final List<String> MEMBERS = List.of("email", "name", "description", "phone");

    private final Billing billing;

    CustomerApi(Billing billing) {
        this.billing = billing;
    }

    void addTo(Routes routes) {
        routes.post("/v1/customers", this::create);
        routes.post("/v1/customers/*", this::update);
        routes.delete("/v1/customers/*", this::delete);
    }

    private JsonObject create(Call call) {
        return billing.customers.create(members(call), call.params().under("metadata"));
    }

    private JsonObject update(Call call) {
        JsonObject customer = billing.customers.get(call.id());
        billing.customers.update(customer, members(call), call.params().under("metadata"));
        return customer;
    }

    /** A customer's subscriptions end with the customer. */
    private JsonObject delete(Call call) {
        JsonObject customer = billing.customers.get(call.id());
        billing.customers.subscriptions(call.id()).stream()
                .filter(subscription -> !Billed.over(subscription))
                .forEach(subscription -> billing.subscriptions.end(subscription, "cancellation_requested"));
        billing.customers.delete(customer);
        return customer;
    }

    private static Map<String, String> members(Call call) {
        Map<String, String> members = new LinkedHashMap<>(call.params().values());
        members.keySet().retainAll(MEMBERS);
        return members;
    }
}
