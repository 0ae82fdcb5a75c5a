package ai.novacore.application.subscription;

import static ai.novacore.application.shared.ManualClock.NOON;
import static ai.novacore.application.subscription.BillingFixture.ADA;
import static ai.novacore.application.subscription.BillingFixture.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.application.subscription.port.out.WebhookInbox.Entry;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.StripeCause;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionCancelled;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import ai.novacore.domain.subscription.SubscriptionId;
import org.junit.jupiter.api.Test;

/** Failure case 7: who is gone pays nothing any more. */
class EndingSubscriptions {
    private static final SubscriptionId HERS = SubscriptionId.of(ADA);
    private static final StripeCause CAUSE = new StripeCause("erasure-usr_ada", NOON);

    private final BillingFixture billing = new BillingFixture();
    private final EndSubscription ending =
            new EndSubscription(billing.gateway, billing.customers, billing.inbox, billing.commands, billing.clock);

    @Test
    void endsItWhereItIsPaidAndThenHere() {
        subscribe();

        ending.endFor(ADA);

        assertThat(billing.gateway.done()).containsExactly("erase cus_ada");
        assertThat(billing.commands.events(HERS))
                .endsWith(
                        new SubscriptionCancelled(HERS, NOON, ADA, CAUSE),
                        new TierChanged(HERS, NOON, ADA, Tier.BASIC, Tier.FREE, CAUSE));
        assertThat(billing.customers.customerOf(ADA)).isEmpty();
    }

    @Test
    void forgetsWhatStripeSaidAboutThem() {
        subscribe();
        billing.inbox.store(
                new Entry("evt_1", "invoice.paid", CUSTOMER, NOON, "{\"email\":\"ada\"}"), Status.PENDING, NOON);

        ending.endFor(ADA);

        assertThat(billing.inbox.claim(NOON, NOON.plusSeconds(60), 10))
                .hasValueSatisfying(claim -> assertThat(claim.entries())
                        .singleElement()
                        .satisfies(entry -> assertThat(entry.payload()).isNull()));
    }

    @Test
    void endsItOnce() {
        subscribe();

        ending.endFor(ADA);
        ending.endFor(ADA);

        assertThat(billing.commands.events(HERS))
                .filteredOn(SubscriptionCancelled.class::isInstance)
                .hasSize(1);
    }

    @Test
    void recordsNothingForWhoNeverBoughtAnything() {
        ending.endFor(ADA);

        assertThat(billing.commands.events(HERS)).isEmpty();
        assertThat(billing.gateway.done()).isEmpty();
    }

    @Test
    void endsATierThatNobodyPaysFor() {
        billing.commands.given(new TierChanged(HERS, NOON, ADA, Tier.FREE, Tier.PRO, null));

        ending.endFor(ADA);

        assertThat(billing.commands.events(HERS))
                .last()
                .isEqualTo(new TierChanged(HERS, NOON, ADA, Tier.PRO, Tier.FREE, CAUSE));
    }

    @Test
    void recordsNothingWhileStripeDoesNotAnswer() {
        subscribe();
        billing.gateway.setDown(true);

        assertThatThrownBy(() -> ending.endFor(ADA)).isInstanceOf(PaymentFailure.class);

        assertThat(billing.commands.events(HERS))
                .filteredOn(SubscriptionCancelled.class::isInstance)
                .isEmpty();
        assertThat(billing.customers.customerOf(ADA)).contains(CUSTOMER);
    }

    private void subscribe() {
        billing.customers.link(ADA, CUSTOMER);
        billing.commands.dispatch(Paying.forTier(ADA, Tier.BASIC, NOON));
    }
}
