package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.param.billingportal.SessionCreateParams;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailingToRenew {
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

    private Subscription failed(TestCard card) throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, card);
        stage.standIn.advanceToNextPeriod();
        return stage.again(subscription);
    }

    private Invoice latest(Subscription subscription) throws StripeException {
        return stage.stripe.v1().invoices().retrieve(stage.again(subscription).getLatestInvoice());
    }

    @Test
    void leavesTheSubscriptionPastDueInItsNewPeriod() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.FAILS_LATER);
        int before = stage.happened().size();

        stage.standIn.advanceToNextPeriod();

        assertThat(stage.happenedAfter(before))
                .containsExactly(
                        "customer.subscription.updated",
                        "invoice.created",
                        "invoice.finalized",
                        "charge.failed",
                        "invoice.payment_failed",
                        "customer.subscription.updated");
        Subscription now = stage.again(subscription);
        assertThat(now.getStatus()).isEqualTo("past_due");
        assertThat(Stage.periodEnd(now)).isEqualTo(Instant.parse("2026-03-31T10:00:00Z"));
        assertThat(latest(now).getStatus()).isEqualTo("open");
        assertThat(latest(now).getAttemptCount()).isEqualTo(1);
    }

    @Test
    void isTriedAgainAfterThreeFiveAndSevenDaysAndGivenUpAfterThreeWeeks() throws StripeException {
        Subscription subscription = failed(TestCard.FAILS_LATER);
        Instant first = stage.standIn.now();

        for (int days : new int[] {3, 8, 15}) {
            assertThat(stage.standIn.advanceToNextEvent(subscription.getId()))
                    .contains(first.plus(Duration.ofDays(days)));
            assertThat(stage.again(subscription).getStatus()).isEqualTo("past_due");
        }
        assertThat(latest(subscription).getAttemptCount()).isEqualTo(4);
        assertThat(latest(subscription).getNextPaymentAttempt()).isNull();
        assertThat(stage.standIn.advanceToNextEvent()).contains(first.plus(Duration.ofDays(21)));

        Subscription over = stage.again(subscription);
        assertThat(over.getStatus()).isEqualTo("canceled");
        assertThat(over.getCancellationDetails().getReason()).isEqualTo("payment_failed");
        assertThat(stage.happened().getLast()).isEqualTo("customer.subscription.deleted");
    }

    @Test
    void leavesItUnpaidAtLastWhereTheSwitchSaysSo() throws StripeException {
        stage.standIn.set(Switches.OFF.withUnpaidAtLast(true));
        Subscription subscription = failed(TestCard.FAILS_LATER);

        stage.standIn.advance(Duration.ofDays(22));

        assertThat(stage.again(subscription).getStatus()).isEqualTo("unpaid");
        assertThat(stage.happened().getLast()).isEqualTo("customer.subscription.updated");
    }

    @Test
    void isMadeGoodByAnotherCardAtOnce() throws StripeException {
        Subscription subscription = failed(TestCard.FAILS_LATER);
        String portal = stage.stripe
                .v1()
                .billingPortal()
                .sessions()
                .create(SessionCreateParams.builder()
                        .setCustomer(subscription.getCustomer())
                        .build())
                .getId();
        int before = stage.happened().size();

        stage.standIn.pages().submitPortal(portal, Map.of("action", "card", "cardNumber", TestCard.SUCCEEDS.number));

        assertThat(stage.happenedAfter(before))
                .containsExactly(
                        "customer.updated",
                        "customer.subscription.updated",
                        "charge.succeeded",
                        "invoice.paid",
                        "invoice.payment_succeeded",
                        "customer.subscription.updated");
        assertThat(stage.again(subscription).getStatus()).isEqualTo("active");
        assertThat(stage.standIn.advanceToNextEvent()).contains(Instant.parse("2026-03-31T10:00:00Z"));
    }

    @Test
    void staysFailedWithAnotherCardThatFailsToo() throws StripeException {
        Subscription subscription = failed(TestCard.FAILS_LATER);

        assertThatThrownBy(() -> stage.stripe.v1().invoices().pay(subscription.getLatestInvoice()))
                .isInstanceOfSatisfying(CardException.class, e -> {
                    assertThat(e.getCode()).isEqualTo("card_declined");
                    assertThat(e.getDeclineCode()).isEqualTo("generic_decline");
                });

        assertThat(stage.again(subscription).getStatus()).isEqualTo("past_due");
        assertThat(latest(subscription).getAttemptCount()).isEqualTo(2);
    }

    @Test
    void asksForAuthenticationWhereTheCardNeedsIt() throws StripeException {
        String customer = stage.customer().getId();
        String session = stage.session(customer, Stage.PRO).getId();
        stage.standIn.pages().submitCheckout(session, Map.of("cardNumber", TestCard.AUTHENTICATES.number));
        stage.standIn.pages().submitCheckout(session, Map.of("authentication", "complete"));
        int before = stage.happened().size();

        stage.standIn.advanceToNextPeriod();

        assertThat(stage.happenedAfter(before))
                .containsExactly(
                        "customer.subscription.updated",
                        "invoice.created",
                        "invoice.finalized",
                        "invoice.payment_failed",
                        "invoice.payment_action_required",
                        "customer.subscription.updated");
        assertThat(stage.ofCustomer(customer).getStatus()).isEqualTo("past_due");
    }
}
