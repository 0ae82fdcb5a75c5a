package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page on which a member changes plan and card, or cancels. */
final class PortalPage {
    private final Billing billing;
    private final Portal portal;

    PortalPage(Billing billing, Portal portal) {
        this.billing = billing;
        this.portal = portal;
    }

    Outcome show(String id) {
        return session(id)
                .<Outcome>map(session -> new Outcome.Page(200, page(session, "")))
                .orElseGet(PortalPage::unknown);
    }

    Outcome submit(String id, Map<String, String> form) {
        Optional<JsonObject> session = session(id);
        if (session.isEmpty()) {
            return unknown();
        }
        String wrong = act(session.get(), form);
        if (!wrong.isEmpty()) {
            return new Outcome.Page(422, page(session.get(), wrong));
        }
        String afterwards = Fields.text(session.get(), "flow.after_completion.redirect.return_url");
        Fields.clear(session.get(), "flow");
        return new Outcome.Redirect(afterwards == null ? Fields.need(session.get(), "url") : afterwards);
    }

    private String act(JsonObject session, Map<String, String> form) {
        try {
            return portal.act(Fields.need(session, "customer"), form);
        } catch (ApiError e) {
            return String.valueOf(e.getMessage());
        }
    }

    private Optional<JsonObject> session(String id) {
        return billing.store
                .find("billing_portal.session", id)
                .filter(session -> billing.store
                        .find("customer", Fields.need(session, "customer"))
                        .filter(customer -> !Fields.flag(customer, "deleted"))
                        .isPresent());
    }

    private static Outcome unknown() {
        return new Outcome.Page(404, Layout.page("No such page", "<p>There is no portal with this address.</p>"));
    }

    private String page(JsonObject session, String wrong) {
        String returnUrl = Fields.text(session, "return_url");
        String back = returnUrl == null ? "" : Link.to(returnUrl, "Back");
        String body = portal.subscription(Fields.need(session, "customer"))
                .map(subscription -> Fields.text(session, "flow.type") == null
                        ? state(subscription) + plans(subscription) + end(subscription) + card()
                        : state(subscription) + confirmation(session))
                .orElse("<p>There is no subscription.</p>");
        return Layout.page("Your subscription", Layout.wrong(wrong) + body + back);
    }

    private String state(JsonObject subscription) {
        JsonObject price = Billed.price(subscription);
        String next = PriceChanges.next(subscription);
        String change = next == null
                ? ""
                : "<p>Changes to %s at the end of the period.</p>%s"
                        .formatted(
                                Layout.text(billing.catalog.name(billing.catalog.price(next))),
                                Layout.button("stay", "", "Keep " + billing.catalog.name(price)));
        String open = portal.openInvoice(subscription)
                .map(invoice -> "<p class=\"wrong\">%s are open.</p>%s"
                        .formatted(
                                Layout.money(
                                        Fields.number(invoice, "amount_remaining"), Fields.need(invoice, "currency")),
                                Layout.button("pay", "", "Pay now")))
                .orElse("");
        String resume = Billed.in(subscription, "paused") ? Layout.button("resume", "", "Resume") : "";
        return """
            <section><h2>%s</h2><p class="price">%s <small>per month</small></p><p>%s</p>%s%s%s</section>
            """.formatted(
                        Layout.text(billing.catalog.name(price)),
                        Layout.money(Billed.amount(subscription), Fields.need(price, "currency")),
                        Layout.text(sentence(subscription)),
                        change,
                        open,
                        resume);
    }

    private static String sentence(JsonObject subscription) {
        Instant cancelAt = Fields.instant(subscription, "cancel_at");
        String status = Fields.need(subscription, "status").replace('_', ' ');
        return cancelAt == null
                ? "State: " + status + ". The period ends on " + Layout.time(Billed.periodEnd(subscription)) + "."
                : "State: " + status + ". Ends on " + Layout.time(cancelAt) + ".";
    }

    private String plans(JsonObject subscription) {
        String buttons = billing.catalog.prices().stream()
                .filter(price -> !Fields.is(price, "id", Billed.priceId(subscription)))
                .map(price -> Layout.button(
                        "change",
                        Fields.need(price, "id"),
                        "Change to %s for %s"
                                .formatted(
                                        billing.catalog.name(price),
                                        Layout.money(
                                                Fields.number(price, "unit_amount"), Fields.need(price, "currency")))))
                .collect(Collectors.joining());
        return "<section><h2>Plans</h2><p>A dearer plan begins at once, a cheaper one with the next period.</p>"
                + "<div class=\"row\">" + buttons + "</div></section>";
    }

    private static String end(JsonObject subscription) {
        return "<section><h2>Cancellation</h2>"
                + (Fields.instant(subscription, "cancel_at") == null
                        ? Layout.button("cancel", "", "Cancel at the end of the period")
                        : Layout.button("keep", "", "Do not cancel"))
                + "</section>";
    }

    private String confirmation(JsonObject session) {
        if (Fields.is(session, "flow.type", "subscription_cancel")) {
            return "<section><h2>Cancel?</h2>" + Layout.button("cancel", "", "Confirm: cancel at the end of the period")
                    + "</section>";
        }
        String id = Fields.need(
                Fields.list(session, "flow.subscription_update_confirm.items").getFirst(), "price");
        String name = billing.catalog.name(billing.catalog.price(id));
        return "<section><h2>Change to " + Layout.text(name) + "?</h2>"
                + Layout.button("change", id, "Confirm: change to " + name) + "</section>";
    }

    private static String card() {
        return """
            <section><h2>Card</h2><form method="post" autocomplete="off">
            <input type="hidden" name="action" value="card">
            <label for="cardNumber">New card number</label>
            <input id="cardNumber" name="cardNumber" inputmode="numeric" maxlength="40">
            <label for="billingName">Name on card</label><input id="billingName" name="billingName" maxlength="200">
            <button class="main">Use this card</button></form>
            <details><summary>Test cards</summary><dl>%s</dl></details></section>
            """.formatted(CheckoutPage.cards());
    }
}
