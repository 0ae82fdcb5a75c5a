package ai.novacore.domain.subscription;

import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.EventType;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a subscription. {@code cause} is the Stripe event behind it, where there is one. */
public sealed interface SubscriptionEvent extends DomainEvent {

    @Override
    SubscriptionId id();

    UserId user();

    @EventType("subscription.checkout-started/1")
    record CheckoutStarted(
            SubscriptionId id, Instant at, UserId user, Tier tier, String checkoutSessionId, Instant expiresAt)
            implements SubscriptionEvent {}

    /** Nobody can pay there any more. */
    @EventType("subscription.checkout-closed/1")
    record CheckoutClosed(SubscriptionId id, Instant at, UserId user, String checkoutSessionId)
            implements SubscriptionEvent {}

    /** A subscription was bought, or changed to another plan. */
    @EventType("subscription.activated/1")
    record SubscriptionActivated(
            SubscriptionId id,
            Instant at,
            UserId user,
            Tier tier,
            String stripeCustomerId,
            String stripeSubscriptionId,
            Instant periodEnd,
            StripeCause cause)
            implements SubscriptionEvent {}

    /** Another period has begun. */
    @EventType("subscription.renewed/1")
    record SubscriptionRenewed(SubscriptionId id, Instant at, UserId user, Instant periodEnd, StripeCause cause)
            implements SubscriptionEvent {}

    /** What the person may use has changed; the one event that allowances follow. */
    @EventType("subscription.tier-changed/1")
    record TierChanged(
            SubscriptionId id,
            Instant at,
            UserId user,
            Tier from,
            Tier to,
            @Nullable StripeCause cause) implements SubscriptionEvent {}

    /** The plan is a lower one now; what was paid for at the higher one stays until {@code changesAt}. */
    @EventType("subscription.tier-change-scheduled/1")
    record TierChangeScheduled(
            SubscriptionId id, Instant at, UserId user, Tier to, Instant changesAt, StripeCause cause)
            implements SubscriptionEvent {}

    @EventType("subscription.payment-failed/1")
    record PaymentFailed(SubscriptionId id, Instant at, UserId user, Instant graceUntil, StripeCause cause)
            implements SubscriptionEvent {}

    @EventType("subscription.payment-recovered/1")
    record PaymentRecovered(SubscriptionId id, Instant at, UserId user, Instant periodEnd, StripeCause cause)
            implements SubscriptionEvent {}

    /** The person is to be told that the grace is running out: {@code daysLeft}, 3 or 1. */
    @EventType("subscription.grace-reminded/1")
    record GraceReminded(SubscriptionId id, Instant at, UserId user, long daysLeft, Instant graceUntil)
            implements SubscriptionEvent {}

    /** The grace ran out without a payment. */
    @EventType("subscription.grace-expired/1")
    record GraceExpired(SubscriptionId id, Instant at, UserId user) implements SubscriptionEvent {}

    @EventType("subscription.paused/1")
    record SubscriptionPaused(SubscriptionId id, Instant at, UserId user, StripeCause cause)
            implements SubscriptionEvent {}

    @EventType("subscription.resumed/1")
    record SubscriptionResumed(SubscriptionId id, Instant at, UserId user, StripeCause cause)
            implements SubscriptionEvent {}

    @EventType("subscription.cancellation-scheduled/1")
    record CancellationScheduled(SubscriptionId id, Instant at, UserId user, Instant endsAt, StripeCause cause)
            implements SubscriptionEvent {}

    @EventType("subscription.cancellation-withdrawn/1")
    record CancellationWithdrawn(SubscriptionId id, Instant at, UserId user, StripeCause cause)
            implements SubscriptionEvent {}

    @EventType("subscription.cancelled/1")
    record SubscriptionCancelled(SubscriptionId id, Instant at, UserId user, StripeCause cause)
            implements SubscriptionEvent {}

    /** A second subscription is running beside the one that counts, and is to be ended. */
    @EventType("subscription.duplicate-found/1")
    record DuplicateFound(SubscriptionId id, Instant at, UserId user, String stripeSubscriptionId, StripeCause cause)
            implements SubscriptionEvent {}

    /**
     * Money went back; {@code endsSubscription} when it was all that had been paid for the running period.
     *
     * @param stripeSubscriptionId the running subscription; absent when none is
     */
    @EventType("subscription.payment-refunded/1")
    record PaymentRefunded(
            SubscriptionId id,
            Instant at,
            UserId user,
            String payment,
            Money refunded,
            boolean endsSubscription,
            @Nullable String stripeSubscriptionId,
            StripeCause cause)
            implements SubscriptionEvent {}

    /**
     * A payment is disputed, and nothing more is to be collected.
     *
     * @param stripeSubscriptionId the running subscription; absent when none is
     */
    @EventType("subscription.payment-disputed/1")
    record PaymentDisputed(
            SubscriptionId id,
            Instant at,
            UserId user,
            String payment,
            Money disputed,
            @Nullable String stripeSubscriptionId,
            StripeCause cause)
            implements SubscriptionEvent {}

    @EventType("subscription.trial-ending/1")
    record TrialEnding(SubscriptionId id, Instant at, UserId user, Instant endsAt, StripeCause cause)
            implements SubscriptionEvent {}

    @EventType("subscription.payment-action-required/1")
    record PaymentActionRequired(SubscriptionId id, Instant at, UserId user, Money due, StripeCause cause)
            implements SubscriptionEvent {}
}
