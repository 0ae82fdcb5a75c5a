package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryingBeforePaying {
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

    private static final int DAYS = 14;

    private Subscription trial(Map<String, String> form) throws StripeException {
        stage.standIn.set(Switches.OFF.withTrialDays(DAYS));
        String customer = stage.customer().getId();
        Session session = stage.session(customer, Stage.PRO);
        stage.standIn.pages().submitCheckout(session.getId(), form);
        return stage.ofCustomer(customer);
    }

    @Test
    void isFreeUntilTheTrialEnds() throws StripeException {
        Subscription subscription = trial(Map.of("cardNumber", TestCard.SUCCEEDS.number));

        assertThat(subscription.getStatus()).isEqualTo("trialing");
        assertThat(subscription.getTrialEnd())
                .isEqualTo(Stage.START.plus(Duration.ofDays(DAYS)).getEpochSecond());
        assertThat(stage.happened()).doesNotContain("charge.succeeded").endsWith("checkout.session.completed");

        assertThat(stage.standIn.advanceToNextEvent()).contains(Stage.START.plus(Duration.ofDays(DAYS - 3)));
        assertThat(stage.happened().getLast()).isEqualTo("customer.subscription.trial_will_end");

        stage.standIn.advanceToNextEvent();
        assertThat(stage.again(subscription).getStatus()).isEqualTo("active");
        assertThat(stage.happened()).contains("charge.succeeded");
        assertThat(Stage.periodEnd(stage.again(subscription))).isEqualTo(Instant.parse("2026-03-14T10:00:00Z"));
    }

    @Test
    void pausesWithoutACardUntilItIsResumed() throws StripeException {
        Subscription subscription = trial(Map.of("cardNumber", ""));
        int before = stage.happened().size();

        stage.standIn.advance(Duration.ofDays(DAYS));

        assertThat(stage.happenedAfter(before))
                .containsExactly(
                        "customer.subscription.trial_will_end",
                        "customer.subscription.updated",
                        "customer.subscription.paused");
        assertThat(stage.again(subscription).getStatus()).isEqualTo("paused");
        assertThat(stage.standIn.advanceToNextEvent()).isEmpty();

        String portal = stage.stripe
                .v1()
                .billingPortal()
                .sessions()
                .create(com.stripe.param.billingportal.SessionCreateParams.builder()
                        .setCustomer(subscription.getCustomer())
                        .build())
                .getId();
        stage.standIn.pages().submitPortal(portal, Map.of("action", "card", "cardNumber", TestCard.SUCCEEDS.number));
        Subscription resumed = stage.stripe.v1().subscriptions().resume(subscription.getId());

        assertThat(resumed.getStatus()).isEqualTo("active");
        assertThat(stage.happened()).contains("customer.subscription.resumed", "charge.succeeded");
        assertThat(Stage.periodEnd(resumed)).isEqualTo(Instant.parse("2026-03-14T10:00:00Z"));
    }

    @Test
    void isAskedForByTheCheckoutToo() throws StripeException {
        String customer = stage.customer().getId();
        Session session = stage.stripe
                .v1()
                .checkout()
                .sessions()
                .create(stage.order(customer, Stage.PRO)
                        .setSubscriptionData(SessionCreateParams.SubscriptionData.builder()
                                .setTrialPeriodDays(2L)
                                .build())
                        .build());

        stage.pay(session, TestCard.FAILS_LATER);
        stage.standIn.tick();
        assertThat(stage.happened().getLast()).isEqualTo("customer.subscription.trial_will_end");
        stage.standIn.advance(Duration.ofDays(2));

        assertThat(stage.ofCustomer(customer).getStatus()).isEqualTo("past_due");
        assertThat(stage.happened())
                .filteredOn("customer.subscription.trial_will_end"::equals)
                .hasSize(1);
    }
}
