package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.Subscription;
import com.stripe.param.ChargeListParams;
import com.stripe.param.EventListParams;
import com.stripe.param.RefundCreateParams;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivingMoneyBack {
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

    private Charge charge() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        return stage.stripe
                .v1()
                .charges()
                .list(ChargeListParams.builder()
                        .setCustomer(subscription.getCustomer())
                        .build())
                .getData()
                .getFirst();
    }

    private Event last(String type) throws StripeException {
        return stage.stripe
                .v1()
                .events()
                .list(EventListParams.builder().setType(type).build())
                .getData()
                .getFirst();
    }

    @Test
    void refundsInPartsUntilNothingIsLeft() throws StripeException {
        Charge charge = charge();
        RefundCreateParams part = RefundCreateParams.builder()
                .setCharge(charge.getId())
                .setAmount(900L)
                .build();

        assertThat(stage.stripe.v1().refunds().create(part).getAmount()).isEqualTo(900);
        assertThat(stage.stripe.v1().charges().retrieve(charge.getId()).getRefunded())
                .isFalse();
        RefundCreateParams rest = RefundCreateParams.builder()
                .setPaymentIntent(charge.getPaymentIntent())
                .build();
        assertThat(stage.stripe.v1().refunds().create(rest).getAmount()).isEqualTo(Stage.PRO_AMOUNT - 900);

        Charge refunded = (Charge)
                last("charge.refunded").getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(refunded.getRefunded()).isTrue();
        assertThat(refunded.getAmountRefunded()).isEqualTo(Stage.PRO_AMOUNT);
        assertThatThrownBy(() -> stage.stripe.v1().refunds().create(rest))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getCode()).isEqualTo("charge_already_refunded"));
    }

    @Test
    void refundsNoMoreThanWasTaken() throws StripeException {
        Charge charge = charge();

        assertThatThrownBy(() -> stage.stripe
                        .v1()
                        .refunds()
                        .create(RefundCreateParams.builder()
                                .setCharge(charge.getId())
                                .setAmount(Stage.PRO_AMOUNT + 1)
                                .build()))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void letsTheHolderOfTheCardDispute() throws StripeException {
        Charge charge = charge();

        String id = stage.standIn.dispute(charge.getId());

        Dispute dispute = (Dispute) last("charge.dispute.created")
                .getDataObjectDeserializer()
                .getObject()
                .orElseThrow();
        assertThat(dispute.getId()).isEqualTo(id);
        assertThat(dispute.getCharge()).isEqualTo(charge.getId());
        assertThat(stage.stripe.v1().charges().retrieve(charge.getId()).getDisputed())
                .isTrue();
        assertThatThrownBy(() -> stage.standIn.dispute(charge.getId())).hasMessageContaining("cannot be disputed");
    }
}
