package ai.novacore.application.subscription;

import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.Money;
import ai.novacore.domain.subscription.StripeCause;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.subscription.SubscriptionEvent.DuplicateFound;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentDisputed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRefunded;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionCancelled;
import ai.novacore.domain.subscription.SubscriptionId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndingPayments {
    private static final UserId ADA = new UserId("usr_ada");
    private static final SubscriptionId HERS = SubscriptionId.of(ADA);
    private static final StripeCause CAUSE = new StripeCause("evt_1", NOON);
    private static final Money PRICE = new Money(900, "eur");

    private final ScriptedPaymentGateway gateway = new ScriptedPaymentGateway();
    private final EndPayments ending = new EndPayments(gateway);

    @Test
    void endsWhatIsNotToBePaidForAnyLonger() {
        for (SubscriptionEvent event : List.of(
                refunded(true, "sub_refunded"),
                disputed("sub_disputed"),
                new DuplicateFound(HERS, NOON, ADA, "sub_twin", CAUSE))) {
            assertThat(ending.concerns(event.getClass())).isTrue();
            ending.happen(event, "evt-1");
        }

        assertThat(gateway.done()).containsExactly("cancel sub_refunded", "cancel sub_disputed", "cancel sub_twin");
    }

    @Test
    void leavesTheRest() {
        ending.happen(refunded(false, "sub_1"), "evt-1");
        ending.happen(disputed(null), "evt-2");
        ending.happen(new SubscriptionCancelled(HERS, NOON, ADA, CAUSE), "evt-3");

        assertThat(ending.concerns(SubscriptionCancelled.class)).isFalse();
        assertThat(gateway.done()).isEmpty();
    }

    @Test
    void failsWhileStripeDoesNotAnswer() {
        gateway.setDown(true);

        assertThatThrownBy(() -> ending.happen(disputed("sub_1"), "evt-1")).isInstanceOf(PaymentFailure.class);
    }

    private static PaymentRefunded refunded(boolean ends, String subscription) {
        return new PaymentRefunded(HERS, NOON, ADA, "pi_1", PRICE, ends, subscription, CAUSE);
    }

    private static PaymentDisputed disputed(@Nullable String subscription) {
        return new PaymentDisputed(HERS, NOON, ADA, "pi_1", PRICE, subscription, CAUSE);
    }
}
