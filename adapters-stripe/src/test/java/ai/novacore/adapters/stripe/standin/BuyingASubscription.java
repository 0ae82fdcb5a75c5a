package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.Stripe;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuyingASubscription {
    private static final List<String> SEVEN = List.of(
            "customer.subscription.created",
            "invoice.created",
            "invoice.finalized",
            "charge.succeeded",
            "invoice.paid",
            "invoice.payment_succeeded",
            "checkout.session.completed");

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
    void makesItActiveForAMonthAndLeadsBack() throws StripeException {
        String customer = stage.customer().getId();
        Session session = stage.stripe
                .v1()
                .checkout()
                .sessions()
                .create(stage.order(customer, Stage.PRO)
                        .setClientReferenceId("usr_1")
                        .putMetadata("user", "usr_1")
                        .setSubscriptionData(SessionCreateParams.SubscriptionData.builder()
                                .putMetadata("user", "usr_1")
                                .build())
                        .build());

        Outcome outcome = stage.pay(session, TestCard.SUCCEEDS);

        assertThat(outcome).isEqualTo(new Outcome.Redirect("http://localhost/back?session=" + session.getId()));
        Subscription subscription = stage.ofCustomer(customer);
        assertThat(subscription.getStatus()).isEqualTo("active");
        assertThat(subscription.getMetadata()).isEqualTo(Map.of("user", "usr_1"));
        assertThat(subscription.getItems().getData().getFirst().getPrice().getId())
                .isEqualTo(Stage.PRO);
        assertThat(Stage.periodEnd(subscription)).isEqualTo(Instant.parse("2026-02-28T10:00:00Z"));
        Session done = stage.stripe.v1().checkout().sessions().retrieve(session.getId());
        assertThat(done.getStatus()).isEqualTo("complete");
        assertThat(done.getPaymentStatus()).isEqualTo("paid");
        assertThat(done.getClientReferenceId()).isEqualTo("usr_1");
        assertThat(done.getSubscription()).isEqualTo(subscription.getId());
        assertThat(done.getAmountTotal()).isEqualTo(Stage.PRO_AMOUNT);
    }

    @Test
    void sendsSevenSignedEventsInOrder() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.BASIC, TestCard.SUCCEEDS);

        await().until(() -> stage.standIn.undelivered() == 0);
        assertThat(stage.receiver.types().getFirst()).isEqualTo("customer.created");
        assertThat(stage.receiver.types().subList(1, 8)).isEqualTo(SEVEN);
        assertThat(stage.receiver.events()).hasSize(8).allSatisfy(event -> {
            assertThat(event.getApiVersion()).isEqualTo(Stripe.API_VERSION);
            assertThat(event.getCreated()).isEqualTo(Stage.START.getEpochSecond());
        });
        Event paid = stage.receiver.events().get(5);
        Invoice invoice = (Invoice) paid.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(invoice.getParent().getSubscriptionDetails().getSubscription())
                .isEqualTo(subscription.getId());
        assertThat(invoice.getAmountPaid()).isEqualTo(Stage.BASIC_AMOUNT);
        assertThat(invoice.getStatus()).isEqualTo("paid");
        assertThat(invoice.getBillingReason()).isEqualTo("subscription_create");
    }

    @Test
    void onceMoreOnlyLeadsBackAgain() throws StripeException {
        String customer = stage.customer().getId();
        Session session = stage.session(customer, Stage.PRO);
        Outcome first = stage.pay(session, TestCard.SUCCEEDS);
        int before = stage.happened().size();

        assertThat(stage.pay(session, TestCard.SUCCEEDS)).isEqualTo(first);
        assertThat(stage.standIn.pages().checkoutPage(session.getId())).isEqualTo(first);
        assertThat(stage.happenedAfter(before)).isEmpty();
    }
}
