package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page on which a card is entered to buy a subscription. */
final class CheckoutPage {
    private static final int REFUSED = 422;

    private final Billing billing;

    CheckoutPage(Billing billing) {
        this.billing = billing;
    }

    Outcome show(String id) {
        return closed(id).orElseGet(() -> new Outcome.Page(200, form(session(id), "", Map.of())));
    }

    Outcome submit(String id, Map<String, String> form) {
        Optional<Outcome> closed = closed(id);
        if (closed.isPresent()) {
            return closed.get();
        }
        JsonObject session = session(id);
        return switch (billing.checkouts.submit(session, form)) {
            case Checkouts.Step.Bought bought -> new Outcome.Redirect(bought.successUrl());
            case Checkouts.Step.Refused(String message) -> new Outcome.Page(REFUSED, form(session, message, form));
            case Checkouts.Step.Authenticate any -> new Outcome.Page(200, authentication());
        };
    }

    private Optional<Outcome> closed(String id) {
        Optional<JsonObject> session = billing.store.find("checkout.session", id);
        if (session.isEmpty() || customerIsGone(session.get())) {
            return Optional.of(new Outcome.Page(
                    404, Layout.page("No such checkout", "<p>There is no checkout session with this address.</p>")));
        }
        return switch (Fields.need(session.get(), "status")) {
            case "complete" -> Optional.of(new Outcome.Redirect(Checkouts.successUrl(session.get())));
            case "expired" ->
                Optional.of(new Outcome.Page(
                        410,
                        Layout.page(
                                "This checkout has expired",
                                "<p>You were not charged. Go back and start again.</p>" + back(session.get()))));
            default -> Optional.empty();
        };
    }

    private boolean customerIsGone(JsonObject session) {
        return Optional.ofNullable(Fields.text(session, "customer"))
                .flatMap(customer -> billing.store.find("customer", customer))
                .filter(customer -> Fields.flag(customer, "deleted"))
                .isPresent();
    }

    private JsonObject session(String id) {
        return billing.store.get("checkout.session", id);
    }

    private String form(JsonObject session, String wrong, Map<String, String> typed) {
        JsonObject price = billing.checkouts.price(session);
        String currency = Fields.need(price, "currency");
        long trialDays = Fields.number(Fields.notes(session), "trial_days");
        String amount = Layout.money(Fields.number(session, "amount_total"), currency);
        String optional = Checkouts.cardOptional(session) ? " (optional in this trial)" : "";
        String trial = trialDays == 0
                ? ""
                : "<p>%d days free, until %s.</p>"
                        .formatted(trialDays, Layout.time(billing.timeline.now().plus(Duration.ofDays(trialDays))));
        return Layout.page("Subscribe to " + billing.catalog.name(price), """
            <p class="price">%s <small>per month</small></p>%s%s%s
            <form method="post" autocomplete="off">
            <label for="cardNumber">Card number%s</label>
            <input id="cardNumber" name="cardNumber" inputmode="numeric" maxlength="40">
            <div class="pair">
            <div><label for="cardExpiry">Expiry</label><input id="cardExpiry" name="cardExpiry" placeholder="12 / 34" maxlength="9"></div>
            <div><label for="cardCvc">CVC</label><input id="cardCvc" name="cardCvc" placeholder="123" inputmode="numeric" maxlength="4"></div>
            </div>
            <label for="billingName">Name on card</label>
            <input id="billingName" name="billingName" maxlength="200" value="%s">
            <button class="main">Subscribe</button></form>%s
            <section><h2>Test cards</h2><dl>%s</dl><p>Any expiry, CVC and name will do.</p></section>
            """.formatted(
                        amount,
                        trial,
                        buyer(session),
                        Layout.wrong(wrong),
                        optional,
                        Layout.text(typed.getOrDefault("billingName", "")),
                        back(session),
                        cards()));
    }

    private String buyer(JsonObject session) {
        String customer = Fields.text(session, "customer");
        String email = customer == null
                ? Fields.text(session, "customer_email")
                : Fields.text(billing.customers.get(customer), "email");
        return email == null ? "" : "<p>For " + Layout.text(email) + "</p>";
    }

    private static String authentication() {
        return Layout.page("Your bank asks who you are", """
            <p>This test card needs authentication, as many European cards do.</p>
            <form method="post"><input type="hidden" name="authentication" value="complete">
            <button class="main">Complete authentication</button></form>
            <form method="post"><input type="hidden" name="authentication" value="fail">
            <p><button>Fail authentication</button></p></form>
            """);
    }

    static String cards() {
        return Arrays.stream(TestCard.values())
                .map(card -> "<dt><code>" + card.number.replaceAll("(.{4})(?=.)", "$1 ") + "</code></dt><dd>"
                        + Layout.text(card.says) + "</dd>")
                .collect(Collectors.joining());
    }

    private static String back(JsonObject session) {
        String url = Fields.text(session, "cancel_url");
        return url == null ? "" : Link.to(url, "Back without buying");
    }
}
