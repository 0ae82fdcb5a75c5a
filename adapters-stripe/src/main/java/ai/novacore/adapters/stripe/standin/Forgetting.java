package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes whatever names a person out of all that belongs to a deleted customer, events and kept answers included. Stripe
 * keeps more, as the law asks of it; here it would only outlive the person's account in a file of the product.
 */
final class Forgetting {
    private static final Set<String> PERSONAL = Set.of(
            "email",
            "name",
            "phone",
            "description",
            "customer_email",
            "customer_name",
            "receipt_email",
            "authenticating");

    private final State state;

    Forgetting(State state) {
        this.state = state;
    }

    void forget(String customer) {
        state.store.everything().filter(object -> belongs(object, customer)).forEach(Forgetting::clear);
        state.store.all("event").stream()
                .filter(event -> belongs(Fields.object(event, "data.object"), customer))
                .forEach(Forgetting::clear);
        state.answers.values().removeIf(answer -> Fields.need(answer, "body").contains(customer));
    }

    private static boolean belongs(JsonObject object, String customer) {
        return Stream.of("id", "customer").anyMatch(member -> Fields.is(object, member, customer));
    }

    private static void clear(JsonElement element) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(Forgetting::clear);
        } else if (element.isJsonObject()) {
            for (Map.Entry<String, JsonElement> member :
                    element.getAsJsonObject().entrySet()) {
                if (PERSONAL.contains(member.getKey())) {
                    member.setValue(JsonNull.INSTANCE);
                } else {
                    clear(member.getValue());
                }
            }
        }
    }
}
