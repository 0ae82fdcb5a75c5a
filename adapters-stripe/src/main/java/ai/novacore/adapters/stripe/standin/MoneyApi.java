package ai.novacore.adapters.stripe.standin;

import ai.novacore.adapters.stripe.standin.TestCard.Occasion;
import ai.novacore.adapters.stripe.standin.TestCard.Result;
import com.google.gson.JsonObject;

/** The routes that move money: paying an invoice, refunding a charge. */
final class MoneyApi {
    private final Billing billing;

    MoneyApi(Billing billing) {
        this.billing = billing;
    }

    void addTo(Routes routes) {
        routes.post("/v1/invoices/*/pay", this::pay);
        routes.post("/v1/refunds", call -> refund(call.params()));
    }

    private JsonObject pay(Call call) {
        JsonObject invoice = billing.store
                .find("invoice", call.id())
                .orElseThrow(() -> ApiError.missing("invoice", call.id(), "invoice"));
        if (!Fields.is(invoice, "status", "open")) {
            throw ApiError.refused("invoice_not_open", "Invoice is " + Fields.need(invoice, "status") + ", not open.");
        }
        if (billing.dunning.collect(invoice, Occasion.HOLDER_ABSENT) != Result.PAID) {
            throw refusal(invoice);
        }
        return invoice;
    }

    private ApiError refusal(JsonObject invoice) {
        JsonObject payment = billing.payments.of(invoice).orElseThrow();
        JsonObject intent = billing.store.get("payment_intent", Fields.need(payment, "payment.payment_intent"));
        String method = Fields.text(intent, "payment_method");
        return method == null
                ? ApiError.noPaymentMethod()
                : ApiError.card(billing.payments.card(method).orElseThrow());
    }

    private JsonObject refund(Params params) {
        String charge = params.get("charge").orElseGet(() -> {
            String intent = params.need("payment_intent");
            return billing.store
                    .find("payment_intent", intent)
                    .map(found -> Fields.need(found, "latest_charge"))
                    .orElseThrow(() -> ApiError.missing("payment_intent", intent, "payment_intent"));
        });
        return billing.refunds.refund(
                charge,
                params.number("amount").orElse(null),
                params.get("reason").orElse(null));
    }
}
