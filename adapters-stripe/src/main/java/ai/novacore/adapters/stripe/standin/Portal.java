package ai.novacore.adapters.stripe.standin;

import ai.novacore.adapters.stripe.standin.TestCard.Occasion;
import ai.novacore.adapters.stripe.standin.TestCard.Result;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;

/** What a member may do in the portal. */
final class Portal {
    private final Billing billing;

    Portal(Billing billing) {
        this.billing = billing;
    }

    /** The newest subscription of the customer that is not over. */
    Optional<JsonObject> subscription(String customer) {
        return billing.customers.subscriptions(customer).stream()
                .filter(subscription -> !Billed.over(subscription))
                .findFirst();
    }

    Optional<JsonObject> openInvoice(JsonObject subscription) {
        return Optional.ofNullable(Fields.text(subscription, "latest_invoice"))
                .flatMap(id -> billing.store.find("invoice", id))
                .filter(invoice -> Fields.is(invoice, "status", "open"));
    }

    /** @return what went wrong, or an empty text */
    String act(String customerId, Map<String, String> form) {
        JsonObject customer = billing.customers.get(customerId);
        Optional<JsonObject> found = subscription(customerId);
        if (found.isEmpty()) {
            return "There is no subscription to change.";
        }
        JsonObject subscription = found.get();
        switch (form.getOrDefault("action", "")) {
            case "change" -> {
                return change(subscription, form.getOrDefault("id", ""));
            }
            case "stay" -> billing.changes.withdraw(subscription);
            case "cancel" -> billing.subscriptions.cancelAtPeriodEnd(subscription);
            case "keep" -> billing.subscriptions.keep(subscription);
            case "resume" -> billing.subscriptions.resume(subscription);
            case "pay" -> {
                return pay(subscription);
            }
            case "card" -> {
                return card(customer, subscription, form);
            }
            default -> {
                return "This page has no such action.";
            }
        }
        return "";
    }

    /** A dearer plan begins at once, a cheaper one when what is paid for is used up. */
    private String change(JsonObject subscription, String priceId) {
        Optional<JsonObject> price = billing.catalog.find(priceId);
        if (price.isEmpty() || Billed.priceId(subscription).equals(priceId)) {
            return "This is not a plan to change to.";
        }
        if (Billed.amount(price.get(), 1) > Fields.number(Billed.price(subscription), "unit_amount")) {
            billing.changes.now(subscription, price.get(), "always_invoice", Occasion.HOLDER_PRESENT);
        } else {
            billing.changes.atPeriodEnd(subscription, price.get());
        }
        return "";
    }

    private String card(JsonObject customer, JsonObject subscription, Map<String, String> form) {
        return switch (CardEntry.check(CardEntry.digits(form.getOrDefault("cardNumber", "")))) {
            case CardEntry.Refused(String message) -> message;
            case CardEntry.Accepted(TestCard card) -> {
                JsonObject method = billing.customers.attach(customer, card, form.get("billingName"));
                billing.customers.useForInvoices(customer, method);
                billing.subscriptions.payWith(subscription, Fields.need(method, "id"));
                yield pay(subscription);
            }
        };
    }

    private String pay(JsonObject subscription) {
        boolean paid = openInvoice(subscription)
                .map(invoice -> billing.dunning.collect(invoice, Occasion.HOLDER_PRESENT) == Result.PAID)
                .orElse(true);
        return paid ? "" : "The open invoice could not be paid with this card.";
    }
}
