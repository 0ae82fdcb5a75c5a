package ai.novacore.application.subscription;

import static ai.novacore.application.shared.ManualClock.NOON;
import static ai.novacore.application.subscription.BillingFixture.ADA;
import static ai.novacore.application.subscription.BillingFixture.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.subscription.port.in.BillingQuery.Standing;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.StripeCause;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.subscription.SubscriptionCommand.FollowStripe;
import ai.novacore.domain.subscription.SubscriptionId;
import ai.novacore.domain.subscription.SubscriptionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingBilling {
    private final BillingFixture billing = new BillingFixture();

    @Test
    void tellsOfNothingWhereNothingWasBought() {
        assertThat(billing.reader.subscription(ADA))
                .isEqualTo(new Standing(Tier.FREE, SubscriptionStatus.NONE, null, null, null, null, null, false));
        assertThat(billing.asked()).isEmpty();
    }

    @Test
    void tellsWhatIsPaidForAndUntilWhen() {
        billing.commands.dispatch(Paying.forTier(ADA, Tier.BASIC, NOON));

        assertThat(billing.reader.subscription(ADA))
                .isEqualTo(new Standing(
                        Tier.BASIC, SubscriptionStatus.ACTIVE, NOON.plus(Paying.MONTH), null, null, null, null, false));
    }

    @Test
    void tellsOfGraceOfTheEndAndOfTheNextTier() {
        billing.commands.dispatch(Paying.forTier(ADA, Tier.PRO, NOON));
        Instant end = NOON.plus(Paying.MONTH);
        follow(new StripeSubscription(
                "sub_ada", CUSTOMER, Tier.BASIC, StripeSubscription.Standing.OVERDUE, NOON, NOON, end, end, "pi_1"));

        assertThat(billing.reader.subscription(ADA))
                .isEqualTo(new Standing(
                        Tier.PRO,
                        SubscriptionStatus.PAST_DUE,
                        end,
                        NOON.plus(Paying.GRACE),
                        end,
                        Tier.BASIC,
                        end,
                        false));
    }

    private void follow(StripeSubscription seen) {
        billing.commands.dispatch(new FollowStripe(
                SubscriptionId.of(ADA),
                Actor.system("stripe"),
                NOON,
                ADA,
                List.of(seen),
                Paying.GRACE,
                new StripeCause("evt_2", NOON)));
    }

    /** The redirect can be faster than the webhook. */
    @Test
    void asksStripeOnceInAWhileWhileAPageIsOpen() {
        billing.buying.checkout(ADA, Tier.PRO);

        assertThat(billing.reader.subscription(ADA).checkoutOpen()).isTrue();
        billing.reader.subscription(ADA);
        assertThat(billing.asked()).containsExactly(CUSTOMER);

        billing.clock.advance(Duration.ofSeconds(3));
        billing.reader.subscription(ADA);
        assertThat(billing.asked()).containsExactly(CUSTOMER, CUSTOMER);
    }

    @Test
    void asksNothingWhenThePageHasExpired() {
        billing.buying.checkout(ADA, Tier.PRO);
        billing.clock.advance(Duration.between(NOON, ScriptedPaymentGateway.EXPIRES));

        assertThat(billing.reader.subscription(ADA).checkoutOpen()).isFalse();
        assertThat(billing.asked()).isEmpty();
    }

    @Test
    void tellsWhatTiersCost() {
        assertThat(billing.reader.prices()).containsOnlyKeys(Tier.BASIC, Tier.PRO);
    }
}
