package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/** Puts whole objects where an answer has ids, for each {@code expand[]} that was asked for. */
final class Expansion {
    private final Store store;

    Expansion(Store store) {
        this.store = store;
    }

    void expand(JsonObject answer, List<String> paths) {
        for (String path : paths) {
            expand(answer, List.of(path.split("\\.", -1)), path);
        }
    }

    private void expand(JsonElement here, List<String> steps, String path) {
        if (steps.isEmpty() || here.isJsonNull()) {
            return;
        }
        if (here.isJsonArray()) {
            here.getAsJsonArray().forEach(each -> expand(each, steps, path));
            return;
        }
        if (!here.isJsonObject()) {
            throw ApiError.invalid("This property cannot be expanded (" + path + ").", "expand");
        }
        JsonObject object = here.getAsJsonObject();
        String step = steps.getFirst();
        includable(object, step).ifPresent(list -> object.add(step, list));
        JsonElement found = object.get(step);
        if (found == null) {
            throw ApiError.invalid("This property cannot be expanded (" + path + ").", "expand");
        }
        if (found.isJsonPrimitive()) {
            found = store.find(found.getAsString())
                    .map(Fields::shown)
                    .orElseThrow(() -> ApiError.invalid("This property cannot be expanded (" + path + ").", "expand"));
            object.add(step, found);
        }
        expand(found, steps.subList(1, steps.size()), path);
    }

    /** Lists that Stripe leaves out unless they are asked for. */
    private Optional<JsonObject> includable(JsonObject object, String step) {
        String kind = Fields.text(object, "object");
        String id = Fields.text(object, "id");
        if (kind == null || id == null || object.has(step)) {
            return Optional.empty();
        }
        return switch (kind + " " + step) {
            case "invoice payments" -> Optional.of(of("invoice_payment", "invoice", id, "/v1/invoice_payments"));
            case "charge refunds" -> Optional.of(of("refund", "charge", id, "/v1/charges/" + id + "/refunds"));
            case "customer subscriptions" ->
                Optional.of(of("subscription", "customer", id, "/v1/customers/" + id + "/subscriptions"));
            case "checkout.session line_items" ->
                store.find(id).map(session -> lineItems(session, "/v1/checkout/sessions/" + id + "/line_items"));
            default -> Optional.empty();
        };
    }

    private JsonObject of(String kind, String member, String id, String url) {
        List<JsonObject> all = store.newest(kind).stream()
                .filter(found -> Fields.is(found, member, id))
                .filter(found -> !Fields.is(found, "status", "canceled"))
                .map(Fields::shown)
                .toList();
        return Shapes.list(all, false, url);
    }

    private JsonObject lineItems(JsonObject session, String url) {
        JsonObject price = store.get("price", Fields.need(Fields.notes(session), "price"));
        JsonObject item = new JsonObject();
        long quantity = Fields.number(Fields.notes(session), "quantity");
        item.addProperty("id", "li_" + Fields.need(session, "id"));
        item.addProperty("object", "item");
        item.addProperty("currency", Fields.text(price, "currency"));
        item.addProperty("amount_total", Billed.amount(price, quantity));
        item.addProperty("quantity", quantity);
        item.add("price", Fields.shown(price));
        return Shapes.list(List.of(item), false, url);
    }
}
