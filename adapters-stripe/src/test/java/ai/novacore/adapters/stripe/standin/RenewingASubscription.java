package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.Subscription;
import com.stripe.param.EventListParams;
import com.stripe.param.SubscriptionUpdateParams;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewingASubscription {
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

    @Test
    void takesTheNextMonthsMoneyInStripesOrder() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        int before = stage.happened().size();

        assertThat(stage.standIn.advanceToNextPeriod()).contains(Instant.parse("2026-02-28T10:00:00Z"));

        assertThat(stage.happenedAfter(before))
                .containsExactly(
                        "customer.subscription.updated",
                        "invoice.created",
                        "invoice.finalized",
                        "charge.succeeded",
                        "invoice.paid",
                        "invoice.payment_succeeded");
        assertThat(stage.again(subscription).getStatus()).isEqualTo("active");
    }

    @Test
    void fallsOnTheDayItBeganOrOnAMonthsLast() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);

        stage.standIn.advanceTo(Instant.parse("2026-04-01T00:00:00Z"));

        assertThat(Stage.periodEnd(stage.again(subscription))).isEqualTo(Instant.parse("2026-04-30T10:00:00Z"));
        assertThat(stage.happened()).filteredOn("charge.succeeded"::equals).hasSize(3);
    }

    @Test
    void happensByItselfOnceTheProductsClockGetsThere() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        stage.clock.move(Duration.ofDays(28));

        stage.standIn.tick();

        assertThat(Stage.periodEnd(stage.again(subscription))).isEqualTo(Instant.parse("2026-03-31T10:00:00Z"));
    }

    @Test
    void tellsWhatTheSubscriptionWasBefore() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        stage.standIn.advanceToNextPeriod(subscription.getId());

        Event updated = stage.stripe
                .v1()
                .events()
                .list(EventListParams.builder()
                        .setType("customer.subscription.updated")
                        .build())
                .getData()
                .getFirst();

        assertThat(updated.getCreated()).isEqualTo(Stage.periodEnd(subscription).getEpochSecond());
        assertThat(updated.getData().getPreviousAttributes()).containsOnlyKeys("items", "latest_invoice");
        Subscription then =
                (Subscription) updated.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(Stage.periodEnd(then)).isEqualTo(Instant.parse("2026-03-31T10:00:00Z"));
    }

    @Test
    void endsWhereItWasCancelledAtThePeriodsEnd() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        Subscription cancelled = stage.stripe
                .v1()
                .subscriptions()
                .update(
                        subscription.getId(),
                        SubscriptionUpdateParams.builder()
                                .setCancelAtPeriodEnd(true)
                                .build());
        assertThat(cancelled.getCancelAt())
                .isEqualTo(Stage.periodEnd(subscription).getEpochSecond());
        int before = stage.happened().size();

        stage.standIn.advance(Duration.ofDays(90));

        assertThat(stage.happenedAfter(before)).containsExactly("customer.subscription.deleted");
        Subscription over = stage.again(subscription);
        assertThat(over.getStatus()).isEqualTo("canceled");
        assertThat(over.getEndedAt()).isEqualTo(Stage.periodEnd(subscription).getEpochSecond());
        assertThat(stage.standIn.advanceToNextEvent()).isEmpty();
    }

    @Test
    void goesOnWhenTheCancellationWasTakenBack() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        for (boolean cancel : new boolean[] {true, false}) {
            stage.stripe
                    .v1()
                    .subscriptions()
                    .update(
                            subscription.getId(),
                            SubscriptionUpdateParams.builder()
                                    .setCancelAtPeriodEnd(cancel)
                                    .build());
        }

        stage.standIn.advanceToNextPeriod();

        Subscription renewed = stage.again(subscription);
        assertThat(renewed.getStatus()).isEqualTo("active");
        assertThat(renewed.getCancelAt()).isNull();
        assertThat(renewed.getCanceledAt()).isNull();
    }

    @Test
    void takesNothingWhileCollectionIsPaused() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        Instant resumes = Instant.parse("2026-03-01T00:00:00Z");
        stage.stripe
                .v1()
                .subscriptions()
                .update(
                        subscription.getId(),
                        SubscriptionUpdateParams.builder()
                                .setPauseCollection(SubscriptionUpdateParams.PauseCollection.builder()
                                        .setBehavior(SubscriptionUpdateParams.PauseCollection.Behavior.VOID)
                                        .setResumesAt(resumes.getEpochSecond())
                                        .build())
                                .build());
        int before = stage.happened().size();

        stage.standIn.advanceToNextPeriod();
        assertThat(stage.happenedAfter(before))
                .containsExactly(
                        "customer.subscription.updated", "invoice.created", "invoice.finalized", "invoice.voided");

        assertThat(stage.standIn.advanceToNextEvent()).contains(resumes);
        assertThat(stage.again(subscription).getPauseCollection()).isNull();
    }

    @Test
    void goesNoFurtherThanForward() throws StripeException {
        stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        Instant now = stage.standIn.now();

        assertThatThrownBy(() -> stage.standIn.advanceTo(now.minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(stage.standIn.now()).isEqualTo(now);
    }
}
