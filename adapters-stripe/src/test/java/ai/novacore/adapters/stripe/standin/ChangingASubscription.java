package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.param.SubscriptionCancelParams;
import com.stripe.param.SubscriptionUpdateParams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangingASubscription {
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

    private Subscription update(Subscription subscription, SubscriptionUpdateParams.Builder params)
            throws StripeException {
        return stage.stripe.v1().subscriptions().update(subscription.getId(), params.build());
    }

    private SubscriptionUpdateParams.Builder to(
            String price, Subscription subscription, SubscriptionUpdateParams.ProrationBehavior proration) {
        return SubscriptionUpdateParams.builder()
                .setProrationBehavior(proration)
                .addItem(SubscriptionUpdateParams.Item.builder()
                        .setId(subscription.getItems().getData().getFirst().getId())
                        .setPrice(price)
                        .build());
    }

    private Invoice latest(Subscription subscription) throws StripeException {
        return stage.stripe.v1().invoices().retrieve(stage.again(subscription).getLatestInvoice());
    }

    @Test
    void chargesWhatIsFairForTheRestOfThePeriodAtOnce() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.BASIC, TestCard.SUCCEEDS);
        stage.standIn.advance(Duration.ofDays(14));

        Subscription changed = update(
                subscription, to(Stage.PRO, subscription, SubscriptionUpdateParams.ProrationBehavior.ALWAYS_INVOICE));

        assertThat(changed.getItems().getData().getFirst().getPrice().getId()).isEqualTo(Stage.PRO);
        assertThat(Stage.periodEnd(changed)).isEqualTo(Stage.periodEnd(subscription));
        Invoice invoice = latest(subscription);
        assertThat(invoice.getAmountPaid()).isEqualTo((Stage.PRO_AMOUNT - Stage.BASIC_AMOUNT) / 2);
        assertThat(invoice.getBillingReason()).isEqualTo("subscription_update");
        assertThat(invoice.getLines().getData())
                .extracting(line -> line.getAmount())
                .containsExactly(-Stage.BASIC_AMOUNT / 2, Stage.PRO_AMOUNT / 2);
    }

    @Test
    void chargesItWithTheNextInvoice() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.BASIC, TestCard.SUCCEEDS);
        stage.standIn.advance(Duration.ofDays(14));
        String before = stage.again(subscription).getLatestInvoice();

        update(subscription, to(Stage.PRO, subscription, SubscriptionUpdateParams.ProrationBehavior.CREATE_PRORATIONS));

        assertThat(stage.again(subscription).getLatestInvoice()).isEqualTo(before);
        stage.standIn.advanceToNextPeriod();
        assertThat(latest(subscription).getAmountPaid())
                .isEqualTo(Stage.PRO_AMOUNT + (Stage.PRO_AMOUNT - Stage.BASIC_AMOUNT) / 2);
        stage.standIn.advanceToNextPeriod();
        assertThat(latest(subscription).getAmountPaid()).isEqualTo(Stage.PRO_AMOUNT);
    }

    @Test
    void chargesNothingInBetweenWhenToldSo() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.BASIC, TestCard.SUCCEEDS);
        int before = stage.happened().size();

        update(subscription, to(Stage.PRO, subscription, SubscriptionUpdateParams.ProrationBehavior.NONE));

        assertThat(stage.happenedAfter(before)).containsExactly("customer.subscription.updated");
        stage.standIn.advanceToNextPeriod();
        assertThat(latest(subscription).getAmountPaid()).isEqualTo(Stage.PRO_AMOUNT);
    }

    @Test
    void keepsWhatADowngradeGivesBackForLater() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        stage.standIn.advance(Duration.ofDays(14));
        long credit = (Stage.PRO_AMOUNT - Stage.BASIC_AMOUNT) / 2;

        update(subscription, to(Stage.BASIC, subscription, SubscriptionUpdateParams.ProrationBehavior.ALWAYS_INVOICE));

        assertThat(latest(subscription).getStatus()).isEqualTo("paid");
        assertThat(latest(subscription).getAmountPaid()).isZero();
        assertThat(stage.stripe
                        .v1()
                        .customers()
                        .retrieve(subscription.getCustomer())
                        .getBalance())
                .isEqualTo(-credit);
        stage.standIn.advanceToNextPeriod();
        assertThat(latest(subscription).getAmountPaid()).isZero();
        stage.standIn.advanceToNextPeriod();
        assertThat(latest(subscription).getAmountPaid()).isEqualTo(2 * Stage.BASIC_AMOUNT - credit);
    }

    @Test
    void endsItAtOnce() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        int before = stage.happened().size();

        Subscription over = stage.stripe.v1().subscriptions().cancel(subscription.getId());

        assertThat(over.getStatus()).isEqualTo("canceled");
        assertThat(over.getEndedAt()).isEqualTo(Stage.START.getEpochSecond());
        assertThat(stage.happenedAfter(before)).containsExactly("customer.subscription.deleted");
        assertThatThrownBy(() -> stage.stripe.v1().subscriptions().cancel(subscription.getId()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getCode()).isEqualTo("resource_missing"));
    }

    @Test
    void creditsWhatIsNotUsedWhenToldSo() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        stage.standIn.advance(Duration.ofDays(14));

        stage.stripe
                .v1()
                .subscriptions()
                .cancel(
                        subscription.getId(),
                        SubscriptionCancelParams.builder()
                                .setProrate(true)
                                .setInvoiceNow(true)
                                .build());

        assertThat(stage.stripe
                        .v1()
                        .customers()
                        .retrieve(subscription.getCustomer())
                        .getBalance())
                .isEqualTo(-Stage.PRO_AMOUNT / 2);
    }

    @Test
    void keepsMetadata() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);

        update(
                subscription,
                SubscriptionUpdateParams.builder().putMetadata("a", "1").putMetadata("b", "2"));
        Subscription changed =
                update(subscription, SubscriptionUpdateParams.builder().putMetadata("a", ""));

        assertThat(changed.getMetadata()).isEqualTo(Map.of("b", "2"));
    }

    @Test
    void resumesOnlyWhatIsPaused() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);

        assertThatThrownBy(() -> stage.stripe.v1().subscriptions().resume(subscription.getId()))
                .isInstanceOf(InvalidRequestException.class);
    }
}
