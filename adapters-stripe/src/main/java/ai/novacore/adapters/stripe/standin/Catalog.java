package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/** The products and prices that are for sale: one monthly price for each tier. */
final class Catalog {
    private final Store store;

    Catalog(State state, List<StripeStandIn.Plan> plans) {
        this.store = state.store;
        plans.stream()
                .filter(plan -> store.find("price", plan.priceId()).isEmpty())
                .forEach(plan -> add(plan, state.timeline));
        plans.forEach(plan -> Fields.put(price(plan.priceId()), "unit_amount", plan.amount()));
    }

    JsonObject price(String id) {
        return find(id).orElseThrow(() -> ApiError.missing("price", id, "price"));
    }

    Optional<JsonObject> find(String id) {
        return store.find("price", id);
    }

    List<JsonObject> prices() {
        return store.all("price");
    }

    String name(JsonObject price) {
        return Fields.need(store.get("product", Fields.need(price, "product")), "name");
    }

    private void add(StripeStandIn.Plan plan, Timeline timeline) {
        JsonObject product = Shapes.of("product");
        Fields.put(product, "id", "prod_" + plan.tier());
        Fields.put(product, "name", plan.tier());
        Fields.put(product, "created", timeline.now());
        Fields.put(product, "updated", timeline.now());
        Fields.put(product, "default_price", plan.priceId());
        store.add(product);
        JsonObject price = Shapes.of("price");
        Fields.put(price, "id", plan.priceId());
        Fields.put(price, "product", "prod_" + plan.tier());
        Fields.put(price, "created", timeline.now());
        Fields.put(price, "unit_amount_decimal", Long.toString(plan.amount()));
        store.add(price);
    }
}
