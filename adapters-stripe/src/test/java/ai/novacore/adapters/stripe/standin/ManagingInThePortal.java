package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;

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

class ManagingInThePortal {
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

    private String portal(Subscription subscription) throws StripeException {
        return stage.stripe
                .v1()
                .billingPortal()
                .sessions()
                .create(SessionCreateParams.builder()
                        .setCustomer(subscription.getCustomer())
                        .setReturnUrl("http://localhost/billing")
                        .build())
                .getId();
    }

    private Outcome act(Subscription subscription, String action, String id) throws StripeException {
        return stage.standIn.pages().submitPortal(portal(subscription), Map.of("action", action, "id", id));
    }

    private String html(Subscription subscription) throws StripeException {
        return ((Outcome.Page) stage.standIn.pages().portalPage(portal(subscription))).html();
    }

    private static String price(Subscription subscription) {
        return subscription.getItems().getData().getFirst().getPrice().getId();
    }

    @Test
    void showsPlanAndStateAndTheWayBack() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.BASIC, TestCard.SUCCEEDS);

        assertThat(html(subscription))
                .contains("9.00 EUR", "State: active", "28 February 2026", "Change to pro for 29.00 EUR")
                .contains("href=\"http://localhost/billing\"");
    }

    @Test
    void upgradesAtOnceForTheDifference() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.BASIC, TestCard.SUCCEEDS);
        stage.standIn.advance(Duration.ofDays(14));

        act(subscription, "change", Stage.PRO);

        Subscription upgraded = stage.again(subscription);
        assertThat(price(upgraded)).isEqualTo(Stage.PRO);
        Invoice invoice = stage.stripe.v1().invoices().retrieve(upgraded.getLatestInvoice());
        assertThat(invoice.getAmountPaid()).isEqualTo((Stage.PRO_AMOUNT - Stage.BASIC_AMOUNT) / 2);
    }

    @Test
    void downgradesWhenThePeriodEnds() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);

        act(subscription, "change", Stage.BASIC);

        Subscription waiting = stage.again(subscription);
        assertThat(price(waiting)).isEqualTo(Stage.PRO);
        assertThat(waiting.getSchedule()).startsWith("sub_sched_");
        assertThat(html(subscription)).contains("Changes to basic at the end of the period");
        stage.standIn.advanceToNextPeriod();
        Subscription downgraded = stage.again(subscription);
        assertThat(price(downgraded)).isEqualTo(Stage.BASIC);
        assertThat(downgraded.getSchedule()).isNull();
        assertThat(stage.stripe
                        .v1()
                        .invoices()
                        .retrieve(downgraded.getLatestInvoice())
                        .getAmountPaid())
                .isEqualTo(Stage.BASIC_AMOUNT);
    }

    @Test
    void takesADowngradeBack() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        act(subscription, "change", Stage.BASIC);

        act(subscription, "stay", "");

        stage.standIn.advanceToNextPeriod();
        assertThat(price(stage.again(subscription))).isEqualTo(Stage.PRO);
    }

    @Test
    void cancelsWhenThePeriodEndsAndTakesItBack() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);

        act(subscription, "cancel", "");
        assertThat(stage.again(subscription).getCancelAtPeriodEnd()).isTrue();
        assertThat(html(subscription)).contains("Ends on 28 February 2026");

        act(subscription, "keep", "");
        assertThat(stage.again(subscription).getCancelAtPeriodEnd()).isFalse();
    }

    @Test
    void paysAnOpenInvoiceOnceItsHolderAuthenticates() throws StripeException {
        String customer = stage.customer().getId();
        String session = stage.session(customer, Stage.PRO).getId();
        stage.standIn.pages().submitCheckout(session, Map.of("cardNumber", TestCard.AUTHENTICATES.number));
        stage.standIn.pages().submitCheckout(session, Map.of("authentication", "complete"));
        stage.standIn.advanceToNextPeriod();
        Subscription subscription = stage.ofCustomer(customer);
        assertThat(html(subscription)).contains("29.00 EUR are open");

        act(subscription, "pay", "");

        assertThat(stage.again(subscription).getStatus()).isEqualTo("active");
    }

    @Test
    void keepsTheOldCardWhenTheNewOneIsRefused() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);

        Outcome outcome = stage.standIn
                .pages()
                .submitPortal(portal(subscription), Map.of("action", "card", "cardNumber", TestCard.LOST.number));

        assertThat(((Outcome.Page) outcome).html()).contains("Your card was declined.");
        assertThat(stage.again(subscription).getDefaultPaymentMethod())
                .isEqualTo(subscription.getDefaultPaymentMethod());
    }

    @Test
    void confirmsOneChangeAndLeadsBack() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.BASIC, TestCard.SUCCEEDS);
        SessionCreateParams.FlowData flow = SessionCreateParams.FlowData.builder()
                .setType(SessionCreateParams.FlowData.Type.SUBSCRIPTION_UPDATE_CONFIRM)
                .setSubscriptionUpdateConfirm(SessionCreateParams.FlowData.SubscriptionUpdateConfirm.builder()
                        .setSubscription(subscription.getId())
                        .addItem(SessionCreateParams.FlowData.SubscriptionUpdateConfirm.Item.builder()
                                .setId(subscription
                                        .getItems()
                                        .getData()
                                        .getFirst()
                                        .getId())
                                .setPrice(Stage.PRO)
                                .setQuantity(1L)
                                .build())
                        .build())
                .setAfterCompletion(SessionCreateParams.FlowData.AfterCompletion.builder()
                        .setType(SessionCreateParams.FlowData.AfterCompletion.Type.REDIRECT)
                        .setRedirect(SessionCreateParams.FlowData.AfterCompletion.Redirect.builder()
                                .setReturnUrl("http://localhost/done")
                                .build())
                        .build())
                .build();
        String session = open(subscription, flow);

        assertThat(((Outcome.Page) stage.standIn.pages().portalPage(session)).html())
                .contains("Confirm: change to pro")
                .doesNotContain("New card number");
        Outcome outcome = stage.standIn.pages().submitPortal(session, Map.of("action", "change", "id", Stage.PRO));

        assertThat(outcome).isEqualTo(new Outcome.Redirect("http://localhost/done"));
        assertThat(price(stage.again(subscription))).isEqualTo(Stage.PRO);
    }

    @Test
    void confirmsACancellationAndShowsWhatBecameOfIt() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.BASIC, TestCard.SUCCEEDS);
        String session = open(
                subscription,
                SessionCreateParams.FlowData.builder()
                        .setType(SessionCreateParams.FlowData.Type.SUBSCRIPTION_CANCEL)
                        .setSubscriptionCancel(SessionCreateParams.FlowData.SubscriptionCancel.builder()
                                .setSubscription(subscription.getId())
                                .build())
                        .build());

        Outcome outcome = stage.standIn.pages().submitPortal(session, Map.of("action", "cancel"));

        assertThat(outcome).isEqualTo(new Outcome.Redirect(stage.standIn.apiBase() + "/dev/stripe/portal/" + session));
        assertThat(stage.again(subscription).getCancelAt())
                .isEqualTo(Instant.parse("2026-02-28T10:00:00Z").getEpochSecond());
    }

    private String open(Subscription subscription, SessionCreateParams.FlowData flow) throws StripeException {
        return stage.stripe
                .v1()
                .billingPortal()
                .sessions()
                .create(SessionCreateParams.builder()
                        .setCustomer(subscription.getCustomer())
                        .setFlowData(flow)
                        .build())
                .getId();
    }

    @Test
    void opensForNobodyElse() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.BASIC, TestCard.SUCCEEDS);
        String session = portal(subscription);
        stage.stripe.v1().customers().delete(subscription.getCustomer());

        assertThat(stage.standIn.pages().portalPage("bps_unknown"))
                .isInstanceOfSatisfying(
                        Outcome.Page.class, page -> assertThat(page.status()).isEqualTo(404));
        assertThat(stage.standIn.pages().submitPortal(session, Map.of("action", "keep")))
                .isInstanceOfSatisfying(
                        Outcome.Page.class, page -> assertThat(page.status()).isEqualTo(404));
    }
}
