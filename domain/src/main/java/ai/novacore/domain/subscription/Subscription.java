package ai.novacore.domain.subscription;

import ai.novacore.domain.shared.Tier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person has bought at Stripe, and what they may use because of it. A payment can be overdue while the end is
 * scheduled, so these are two facts beside each other and not two kinds of subscription.
 *
 * @param plan what Stripe bills; {@code FREE} when there is no subscription there
 * @param tier what may be used; lower than {@code plan} when a payment is overdue and the grace is over
 * @param stripeCustomerId absent until the first activation, kept for good
 * @param stripeSubscriptionId the running or last one
 * @param periodEnd until when it is paid for
 * @param graceUntil present while a payment is overdue
 * @param endsAt present while the end is scheduled
 * @param checkout the checkout page that the person was last sent to, until it led to a subscription
 */
public record Subscription(
        Tier plan,
        Tier tier,
        @Nullable String stripeCustomerId,
        @Nullable String stripeSubscriptionId,
        @Nullable Instant periodEnd,
        @Nullable Instant graceUntil,
        @Nullable Instant endsAt,
        @Nullable Checkout checkout,
        AppliedFacts facts) {

    static final Subscription NEVER =
            new Subscription(Tier.FREE, Tier.FREE, null, null, null, null, null, null, AppliedFacts.NONE);

    /** A page where the person can pay; from {@code expiresAt} on they cannot. */
    public record Checkout(String sessionId, Tier tier, Instant expiresAt) {}

    /** Where it stands. */
    public SubscriptionStatus status() {
        if (!running()) {
            return stripeSubscriptionId == null ? SubscriptionStatus.NONE : SubscriptionStatus.CANCELLED;
        }
        if (graceUntil != null) {
            return SubscriptionStatus.PAST_DUE;
        }
        return endsAt == null ? SubscriptionStatus.ACTIVE : SubscriptionStatus.CANCELLING;
    }

    /** Whether there is a subscription at Stripe, paid for or overdue. */
    public boolean running() {
        return plan != Tier.FREE;
    }

    Subscription withCheckout(Checkout started) {
        return new Subscription(
                plan, tier, stripeCustomerId, stripeSubscriptionId, periodEnd, graceUntil, endsAt, started, facts);
    }

    /** A scheduled end belongs to the subscription that it was scheduled for, not to the next one. */
    Subscription activated(Tier bought, String customer, String subscription, Instant paidUntil, StripeCause cause) {
        Instant end = subscription.equals(stripeSubscriptionId) ? endsAt : null;
        return new Subscription(bought, tier, customer, subscription, paidUntil, null, end, null, facts.plus(cause));
    }

    Subscription withTier(Tier usable) {
        return new Subscription(
                plan, usable, stripeCustomerId, stripeSubscriptionId, periodEnd, graceUntil, endsAt, checkout, facts);
    }

    Subscription overdue(Instant until, StripeCause cause) {
        return told(plan, periodEnd, until, endsAt, cause);
    }

    Subscription recovered(Instant paidUntil, StripeCause cause) {
        return told(plan, paidUntil, null, endsAt, cause);
    }

    /** {@code end} is absent when it goes on after all. */
    Subscription ending(@Nullable Instant end, StripeCause cause) {
        return told(plan, periodEnd, graceUntil, end, cause);
    }

    Subscription cancelled(StripeCause cause) {
        return told(Tier.FREE, null, null, null, cause);
    }

    private Subscription told(
            Tier billed,
            @Nullable Instant paidUntil,
            @Nullable Instant grace,
            @Nullable Instant end,
            StripeCause cause) {
        return new Subscription(
                billed,
                tier,
                stripeCustomerId,
                stripeSubscriptionId,
                paidUntil,
                grace,
                end,
                checkout,
                facts.plus(cause));
    }
}
