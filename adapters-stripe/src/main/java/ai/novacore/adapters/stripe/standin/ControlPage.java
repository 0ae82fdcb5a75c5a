package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The page for whoever develops: subscriptions, the clock, switches, money that goes back, and the last events. */
final class ControlPage {
    private static final int SHOWN_EVENTS = 50;
    private static final int SHOWN_CHARGES = 20;
    private static final String OWN_ADDRESS = "/dev/stripe";

    private final Billing billing;
    private final Deliveries deliveries;

    ControlPage(Billing billing, Deliveries deliveries) {
        this.billing = billing;
        this.deliveries = deliveries;
    }

    Outcome show(String wrong) {
        return new Outcome.Page(
                wrong.isEmpty() ? 200 : 422,
                Layout.widePage(
                        "Stripe, as far as it is here",
                        Layout.wrong(wrong)
                                + clock()
                                + subscriptions()
                                + charges()
                                + SwitchesForm.of(billing.switches.switches())
                                + events()));
    }

    Outcome submit(Map<String, String> form) {
        try {
            String wrong = act(form.getOrDefault("action", ""), form.getOrDefault("id", ""), form);
            return wrong.isEmpty() ? new Outcome.Redirect(OWN_ADDRESS) : show(wrong);
        } catch (ApiError | IllegalArgumentException e) {
            return show(String.valueOf(e.getMessage()));
        }
    }

    private String act(String action, String id, Map<String, String> form) {
        String subscription = id.isEmpty() ? null : id;
        switch (action) {
            case "next-event" -> billing.advanceToNextEvent(subscription);
            case "next-period" -> billing.advanceToNextPeriod(subscription);
            case "day" -> billing.advanceTo(billing.timeline.now().plus(Duration.ofDays(1)));
            case "week" -> billing.advanceTo(billing.timeline.now().plus(Duration.ofDays(7)));
            case "refund" -> billing.refunds.refund(id, null, "requested_by_customer");
            case "dispute" -> billing.refunds.dispute(id);
            case "switches" -> billing.switches.set(SwitchesForm.read(form));
            case "resend" -> {
                JsonObject event =
                        billing.store.find("event", id).orElseThrow(() -> ApiError.missing("event", id, "id"));
                deliveries.resend(id, Fields.shown(event).toString());
            }
            default -> {
                return "This page has no such action.";
            }
        }
        return "";
    }

    private String clock() {
        return """
            <section><h2>Clock</h2><p>%s, %d days ahead of real time.</p><div class="row">%s%s%s%s</div></section>
            """.formatted(
                        Layout.time(billing.timeline.now()),
                        billing.timeline.ahead().toDays(),
                        Layout.button("next-event", "", "Next event"),
                        Layout.button("day", "", "+1 day"),
                        Layout.button("week", "", "+7 days"),
                        Layout.button("next-period", "", "Next period"));
    }

    private String subscriptions() {
        String rows = billing.store.newest("subscription").stream()
                .map(subscription -> row(
                        code(subscription, "id"),
                        code(subscription, "customer"),
                        Layout.text(billing.catalog.name(Billed.price(subscription))),
                        Layout.text(Fields.need(subscription, "status")),
                        Layout.time(Billed.periodEnd(subscription)),
                        Billed.over(subscription) ? "" : moves(Fields.need(subscription, "id"))))
                .collect(Collectors.joining());
        return table(
                "Subscriptions", rows, "Subscription", "Customer", "Plan", "State", "Period ends", "Move the clock");
    }

    private static String moves(String id) {
        return "<div class=\"row\">" + Layout.button("next-event", id, "Its next event")
                + Layout.button("next-period", id, "Its next period") + "</div>";
    }

    private String charges() {
        String rows = billing.store.newest("charge").stream()
                .limit(SHOWN_CHARGES)
                .map(charge -> row(
                        code(charge, "id"),
                        code(charge, "customer"),
                        Layout.money(Fields.number(charge, "amount"), Fields.need(charge, "currency")),
                        Layout.text(state(charge)),
                        Fields.flag(charge, "paid") ? back(Fields.need(charge, "id")) : ""))
                .collect(Collectors.joining());
        return table("Charges", rows, "Charge", "Customer", "Amount", "State", "Give back");
    }

    private static String state(JsonObject charge) {
        if (Fields.flag(charge, "disputed")) {
            return "disputed";
        }
        return Fields.flag(charge, "refunded") ? "refunded" : Fields.need(charge, "status");
    }

    private static String back(String id) {
        return "<div class=\"row\">" + Layout.button("refund", id, "Refund") + Layout.button("dispute", id, "Dispute")
                + "</div>";
    }

    private String events() {
        String rows = billing.store.newest("event").stream()
                .limit(SHOWN_EVENTS)
                .map(event -> row(
                        code(event, "type"),
                        code(event, "id"),
                        Layout.time(Fields.time(event, "created")),
                        Layout.button("resend", Fields.need(event, "id"), "Send again")))
                .collect(Collectors.joining());
        return table("Last events", rows, "Type", "Event", "Happened", "Webhook");
    }

    private static String code(JsonObject object, String member) {
        return "<code>" + Layout.text(Fields.need(object, member)) + "</code>";
    }

    private static String row(String... cells) {
        return "<tr><td>" + String.join("</td><td>", cells) + "</td></tr>";
    }

    private static String table(String title, String rows, String... columns) {
        return "<section><h2>" + title + "</h2>"
                + (rows.isEmpty()
                        ? "<p>None yet.</p>"
                        : "<div class=\"scroll\" role=\"region\" aria-label=\"" + title
                                + "\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">"
                                + String.join("</th><th scope=\"col\">", columns) + "</th></tr></thead><tbody>" + rows
                                + "</tbody></table></div>")
                + "</section>";
    }
}
