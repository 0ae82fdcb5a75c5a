package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who pays, and with which card. */
final class Customers {
    private final Store store;
    private final Timeline timeline;
    private final Events events;
    private final Forgetting forgetting;

    Customers(State state, Events events) {
        this.store = state.store;
        this.timeline = state.timeline;
        this.events = events;
        this.forgetting = new Forgetting(state);
    }

    /** @throws ApiError if there is none or it was deleted */
    JsonObject get(String id) {
        return store.find("customer", id)
                .filter(found -> !Fields.flag(found, "deleted"))
                .orElseThrow(() -> ApiError.missing("customer", id, "customer"));
    }

    JsonObject create(Map<String, String> members, Map<String, String> metadata) {
        JsonObject customer = Shapes.of("customer");
        Fields.put(customer, "id", Ids.of("customer"));
        Fields.put(customer, "created", timeline.now());
        change(customer, members, metadata);
        store.add(customer);
        events.emit("customer.created", customer);
        return customer;
    }

    void update(JsonObject customer, Map<String, String> members, Map<String, String> metadata) {
        events.update("customer.updated", customer, () -> change(customer, members, metadata));
    }

    /** All that is left is what Stripe answers for a deleted customer. */
    void delete(JsonObject customer) {
        events.emit("customer.deleted", customer);
        String id = Fields.need(customer, "id");
        forgetting.forget(id);
        List.copyOf(customer.keySet()).forEach(customer::remove);
        customer.addProperty("id", id);
        customer.addProperty("object", "customer");
        customer.addProperty("deleted", true);
    }

    List<JsonObject> subscriptions(String customer) {
        return store.newest("subscription").stream()
                .filter(found -> Fields.is(found, "customer", customer))
                .toList();
    }

    /** Keeps a card for later. The full number is noted, for it says what the test card does. */
    JsonObject attach(JsonObject customer, TestCard card, @Nullable String name) {
        JsonObject method = Shapes.of("payment_method");
        Fields.put(method, "id", Ids.of("payment_method"));
        Fields.put(method, "created", timeline.now());
        Fields.put(method, "customer", Fields.need(customer, "id"));
        Fields.put(method, "billing_details.name", name);
        Fields.put(method, "billing_details.email", Fields.text(customer, "email"));
        Fields.put(method, "card.last4", card.last4());
        Fields.put(Fields.notes(method), "number", card.number);
        store.add(method);
        return method;
    }

    void useForInvoices(JsonObject customer, JsonObject method) {
        events.update(
                "customer.updated",
                customer,
                () -> Fields.put(customer, "invoice_settings.default_payment_method", Fields.need(method, "id")));
    }

    private static void change(JsonObject customer, Map<String, String> members, Map<String, String> metadata) {
        members.forEach((name, value) -> Fields.put(customer, name, value.isEmpty() ? null : value));
        Metadata.merge(Fields.object(customer, "metadata"), metadata);
    }
}
