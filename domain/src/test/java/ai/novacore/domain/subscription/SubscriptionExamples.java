package ai.novacore.domain.subscription;

import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import ai.novacore.domain.subscription.SubscriptionCommand.CancelSubscription;
import ai.novacore.domain.subscription.SubscriptionCommand.FollowStripe;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationScheduled;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationWithdrawn;
import ai.novacore.domain.subscription.SubscriptionEvent.DuplicateFound;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceExpired;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceReminded;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentFailed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRecovered;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionActivated;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionCancelled;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionPaused;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionRenewed;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionResumed;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChangeScheduled;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The person, the times and what Stripe says in the subscription's tests. Facts are numbered. */
final class SubscriptionExamples {
    static final UserId ADA = new UserId("usr_ada");
    static final SubscriptionId HERS = SubscriptionId.of(ADA);
    static final Actor STRIPE = Actor.system("stripe");
    static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    static final Instant PERIOD_END = NOON.plus(Duration.ofDays(30));
    static final Instant NEXT_PERIOD_END = NOON.plus(Duration.ofDays(60));
    static final Duration GRACE = Duration.ofDays(7);
    static final Instant GRACE_END = NOON.plus(GRACE);
    static final String CUSTOMER = "cus_ada";
    static final String FIRST = "sub_stripe1";
    static final String SECOND = "sub_stripe2";
    static final Money PRICE = new Money(900, "eur");

    private SubscriptionExamples() {}

    static StripeCause fact(int number) {
        return new StripeCause("evt_" + number, NOON.plus(Duration.ofMinutes(number)));
    }

    /** What Stripe says of the first subscription in its first period. */
    static StripeSubscription seen(Tier plan, Standing standing) {
        return seen(FIRST, plan, standing, NOON, PERIOD_END, null);
    }

    static StripeSubscription ending(Tier plan, Instant end) {
        return seen(FIRST, plan, Standing.PAID, NOON, PERIOD_END, end);
    }

    static StripeSubscription renewed(Tier plan, Standing standing) {
        return seen(FIRST, plan, standing, PERIOD_END, NEXT_PERIOD_END, null);
    }

    static StripeSubscription seen(
            String id, Tier plan, Standing standing, Instant begins, Instant ends, @Nullable Instant endsAt) {
        return new StripeSubscription(id, CUSTOMER, plan, standing, NOON, begins, ends, endsAt, "pi_1");
    }

    static FollowStripe follow(int fact, StripeSubscription... seen) {
        return followAt(NOON, fact, seen);
    }

    static FollowStripe followAt(Instant now, int fact, StripeSubscription... seen) {
        return new FollowStripe(HERS, STRIPE, now, ADA, List.of(seen), GRACE, fact(fact));
    }

    static CancelSubscription cancel(int fact) {
        return new CancelSubscription(HERS, STRIPE, NOON, ADA, fact(fact));
    }

    static SubscriptionActivated activated(Tier tier, int fact) {
        return activated(tier, FIRST, PERIOD_END, fact);
    }

    static SubscriptionActivated activated(Tier tier, String stripeSubscription, Instant periodEnd, int fact) {
        return new SubscriptionActivated(HERS, NOON, ADA, tier, CUSTOMER, stripeSubscription, periodEnd, fact(fact));
    }

    static SubscriptionRenewed renewal(int fact) {
        return new SubscriptionRenewed(HERS, NOON, ADA, NEXT_PERIOD_END, fact(fact));
    }

    static TierChanged changed(Tier from, Tier to, int fact) {
        return new TierChanged(HERS, NOON, ADA, from, to, fact(fact));
    }

    /** By time alone. */
    static TierChanged changedAt(Instant at, Tier from, Tier to) {
        return new TierChanged(HERS, at, ADA, from, to, null);
    }

    static TierChangeScheduled lowering(Tier to, Instant when, int fact) {
        return new TierChangeScheduled(HERS, NOON, ADA, to, when, fact(fact));
    }

    static PaymentFailed failed(int fact) {
        return new PaymentFailed(HERS, NOON, ADA, GRACE_END, fact(fact));
    }

    static PaymentRecovered recovered(Instant periodEnd, int fact) {
        return new PaymentRecovered(HERS, NOON, ADA, periodEnd, fact(fact));
    }

    static GraceReminded reminded(Instant at, long daysLeft) {
        return new GraceReminded(HERS, at, ADA, daysLeft, GRACE_END);
    }

    static GraceExpired graceExpired(Instant at) {
        return new GraceExpired(HERS, at, ADA);
    }

    static SubscriptionPaused paused(int fact) {
        return new SubscriptionPaused(HERS, NOON, ADA, fact(fact));
    }

    static SubscriptionResumed resumed(int fact) {
        return new SubscriptionResumed(HERS, NOON, ADA, fact(fact));
    }

    static CancellationScheduled scheduled(Instant end, int fact) {
        return new CancellationScheduled(HERS, NOON, ADA, end, fact(fact));
    }

    static CancellationWithdrawn withdrawn(int fact) {
        return new CancellationWithdrawn(HERS, NOON, ADA, fact(fact));
    }

    static SubscriptionCancelled cancelled(int fact) {
        return new SubscriptionCancelled(HERS, NOON, ADA, fact(fact));
    }

    static DuplicateFound duplicate(String stripeSubscription, int fact) {
        return new DuplicateFound(HERS, NOON, ADA, stripeSubscription, fact(fact));
    }

    /** A running subscription to a tier, by fact 1, and then these events. */
    static SubscriptionEvent[] running(Tier tier, SubscriptionEvent... more) {
        SubscriptionEvent[] all = new SubscriptionEvent[more.length + 2];
        all[0] = activated(tier, 1);
        all[1] = changed(Tier.FREE, tier, 1);
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }

    static SubscriptionEvent[] basicAnd(SubscriptionEvent... more) {
        return running(Tier.BASIC, more);
    }

    /** What comes of the running subscription to BASIC after these events. */
    static Subscription stateAfter(SubscriptionEvent... more) {
        SubscriptionDecider decider = new SubscriptionDecider();
        return decider.fold(decider.initial(), List.of(basicAnd(more)));
    }
}
