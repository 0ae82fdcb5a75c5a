package ai.novacore.domain.subscription;

import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionCommand.ActivateTier;
import ai.novacore.domain.subscription.SubscriptionCommand.CancelSubscription;
import ai.novacore.domain.subscription.SubscriptionCommand.RecordPaymentFailure;
import ai.novacore.domain.subscription.SubscriptionCommand.RecordPaymentRecovery;
import ai.novacore.domain.subscription.SubscriptionCommand.ScheduleCancellation;
import ai.novacore.domain.subscription.SubscriptionCommand.WithdrawCancellation;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationScheduled;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationWithdrawn;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceExpired;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentFailed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRecovered;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionActivated;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionCancelled;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person, the times and the facts that the subscription's tests speak of. Facts are numbered in the order in which
 * Stripe created them, a minute apart.
 */
final class SubscriptionExamples {
    static final UserId ADA = new UserId("usr_ada");
    static final SubscriptionId HERS = SubscriptionId.of(ADA);
    static final Actor STRIPE = Actor.system("stripe");
    static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    static final Instant PERIOD_END = NOON.plus(Duration.ofDays(30));
    static final Instant NEXT_PERIOD_END = NOON.plus(Duration.ofDays(60));
    static final Instant GRACE_END = NOON.plus(Duration.ofDays(7));
    static final String CUSTOMER = "cus_ada";
    static final String FIRST = "sub_stripe1";
    static final String SECOND = "sub_stripe2";

    private SubscriptionExamples() {}

    static StripeCause fact(int number) {
        return new StripeCause("evt_" + number, NOON.plus(Duration.ofMinutes(number)));
    }

    static ActivateTier activate(Tier tier, int fact) {
        return activate(tier, FIRST, PERIOD_END, fact(fact));
    }

    static ActivateTier activate(Tier tier, String stripeSubscription, Instant periodEnd, StripeCause cause) {
        return new ActivateTier(HERS, STRIPE, NOON, ADA, tier, CUSTOMER, stripeSubscription, periodEnd, cause);
    }

    static RecordPaymentFailure fail(int fact) {
        return new RecordPaymentFailure(HERS, STRIPE, NOON, ADA, GRACE_END, fact(fact));
    }

    static RecordPaymentRecovery recover(int fact) {
        return new RecordPaymentRecovery(HERS, STRIPE, NOON, ADA, NEXT_PERIOD_END, fact(fact));
    }

    static ScheduleCancellation schedule(int fact) {
        return new ScheduleCancellation(HERS, STRIPE, NOON, ADA, PERIOD_END, fact(fact));
    }

    static WithdrawCancellation withdraw(int fact) {
        return new WithdrawCancellation(HERS, STRIPE, NOON, ADA, fact(fact));
    }

    static CancelSubscription cancel(int fact) {
        return new CancelSubscription(HERS, STRIPE, NOON, ADA, fact(fact));
    }

    static SubscriptionActivated activated(Tier tier, int fact) {
        return activated(tier, FIRST, PERIOD_END, fact(fact));
    }

    static SubscriptionActivated activated(Tier tier, String stripeSubscription, Instant periodEnd, StripeCause cause) {
        return new SubscriptionActivated(HERS, NOON, ADA, tier, CUSTOMER, stripeSubscription, periodEnd, cause);
    }

    static TierChanged changed(Tier from, Tier to, @Nullable StripeCause cause) {
        return new TierChanged(HERS, NOON, ADA, from, to, cause);
    }

    static PaymentFailed failed(int fact) {
        return new PaymentFailed(HERS, NOON, ADA, GRACE_END, fact(fact));
    }

    static PaymentRecovered recovered(int fact) {
        return new PaymentRecovered(HERS, NOON, ADA, NEXT_PERIOD_END, fact(fact));
    }

    static CancellationScheduled scheduled(int fact) {
        return new CancellationScheduled(HERS, NOON, ADA, PERIOD_END, fact(fact));
    }

    static CancellationWithdrawn withdrawn(int fact) {
        return new CancellationWithdrawn(HERS, NOON, ADA, fact(fact));
    }

    static SubscriptionCancelled cancelled(int fact) {
        return new SubscriptionCancelled(HERS, NOON, ADA, fact(fact));
    }

    static GraceExpired graceExpired() {
        return new GraceExpired(HERS, NOON, ADA);
    }

    /** A running subscription to BASIC, by fact 1, and then these events. */
    static SubscriptionEvent[] basicAnd(SubscriptionEvent... more) {
        SubscriptionEvent[] all = new SubscriptionEvent[more.length + 2];
        all[0] = activated(Tier.BASIC, 1);
        all[1] = changed(Tier.FREE, Tier.BASIC, fact(1));
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }

    /** What comes of the running subscription to BASIC after these events. */
    static Subscription stateAfter(SubscriptionEvent... more) {
        SubscriptionDecider decider = new SubscriptionDecider();
        return decider.fold(decider.initial(), List.of(basicAnd(more)));
    }
}
