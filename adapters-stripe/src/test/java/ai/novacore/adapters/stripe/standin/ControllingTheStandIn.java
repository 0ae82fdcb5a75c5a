package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.StripeException;
import com.stripe.model.Subscription;
import com.stripe.param.ChargeListParams;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControllingTheStandIn {
    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static final Outcome DONE = new Outcome.Redirect("/dev/stripe");

    private Outcome press(String action, String id) {
        return stage.standIn.pages().submitControl(Map.of("action", action, "id", id));
    }

    private String html() {
        return ((Outcome.Page) stage.standIn.pages().controlPage()).html();
    }

    @Test
    void showsSubscriptionsChargesAndEvents() throws StripeException {
        assertThat(html()).contains("None yet.");
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);

        assertThat(html())
                .contains(subscription.getId(), subscription.getCustomer(), "checkout.session.completed")
                .contains("31 January 2026, 10:00 UTC", "0 days ahead of real time");
    }

    @Test
    void movesTheClock() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);

        assertThat(press("day", "")).isEqualTo(DONE);
        assertThat(press("week", "")).isEqualTo(DONE);
        assertThat(stage.standIn.now()).isEqualTo(Stage.START.plus(Duration.ofDays(8)));
        assertThat(press("next-event", "")).isEqualTo(DONE);
        assertThat(stage.standIn.now()).isEqualTo(Instant.parse("2026-02-28T10:00:00Z"));
        assertThat(press("next-period", subscription.getId())).isEqualTo(DONE);
        assertThat(stage.standIn.now()).isEqualTo(Instant.parse("2026-03-31T10:00:00Z"));
        assertThat(press("next-event", subscription.getId())).isEqualTo(DONE);
        assertThat(stage.standIn.now()).isEqualTo(Instant.parse("2026-04-30T10:00:00Z"));
    }

    @Test
    void givesMoneyBack() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        String charge = stage.stripe
                .v1()
                .charges()
                .list(ChargeListParams.builder()
                        .setCustomer(subscription.getCustomer())
                        .build())
                .getData()
                .getFirst()
                .getId();

        assertThat(press("refund", charge)).isEqualTo(DONE);
        assertThat(press("dispute", charge)).isEqualTo(DONE);

        assertThat(stage.happened()).endsWith("charge.refunded", "charge.dispute.created");
        assertThat(press("refund", charge))
                .isInstanceOfSatisfying(
                        Outcome.Page.class, page -> assertThat(page.html()).contains("has already been refunded"));
    }

    @Test
    void sendsAnEventAgain() throws StripeException {
        stage.customer();
        await().until(() -> stage.receiver.events().size() == 1);

        assertThat(press("resend", stage.receiver.events().getFirst().getId())).isEqualTo(DONE);

        await().until(() -> stage.receiver.types().size() == 2);
    }

    @Test
    void setsSwitches() {
        Map<String, String> form = new HashMap<>(
                Map.of("action", "switches", "duplicates", "30", "disorder", "20", "window", "500", "delay", "50"));
        form.putAll(
                Map.of("loss", "10", "outage", "DROPPED", "trialDays", "14", "unpaidAtLast", "unpaid", "seed", "42"));

        assertThat(stage.standIn.pages().submitControl(form)).isEqualTo(DONE);

        assertThat(stage.standIn.switches())
                .isEqualTo(Switches.OFF
                        .withDuplicates(0.3)
                        .withDisorder(0.2, Duration.ofMillis(500))
                        .withDelay(Duration.ofMillis(50))
                        .withLoss(0.1)
                        .withOutage(Outage.DROPPED)
                        .withTrialDays(14)
                        .withUnpaidAtLast(true)
                        .withSeed(42));
        assertThat(html()).contains("<option value=\"DROPPED\" selected>", "value=\"500\"");
    }

    @Test
    void refusesWhatMakesNoSense() {
        for (Map<String, String> form : List.of(
                Map.of("action", "switches", "loss", "101"),
                Map.of("action", "switches", "loss", "much"),
                Map.of("action", "resend", "id", "evt_unknown"),
                Map.of("action", "explode"))) {
            assertThat(stage.standIn.pages().submitControl(form))
                    .isInstanceOfSatisfying(
                            Outcome.Page.class,
                            page -> assertThat(page.status()).isEqualTo(422));
        }
        assertThat(stage.standIn.switches()).isEqualTo(Switches.OFF);
    }
}
