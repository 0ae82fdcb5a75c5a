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

    /** The subscription is paid for until {@code periodEnd}; names what it is at Stripe. */
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

    /** What the person may use has changed; the one event that allowances follow. */
    @EventType("subscription.tier-changed/1")
    record TierChanged(
            SubscriptionId id,
            Instant at,
            UserId user,
            Tier from,
            Tier to,
            @Nullable StripeCause cause) implements SubscriptionEvent {}

    @EventType("subscription.payment-failed/1")
    record PaymentFailed(SubscriptionId id, Instant at, UserId user, Instant graceUntil, StripeCause cause)
            implements SubscriptionEvent {}

    @EventType("subscription.payment-recovered/1")
    record PaymentRecovered(SubscriptionId id, Instant at, UserId user, Instant periodEnd, StripeCause cause)
            implements SubscriptionEvent {}

    @EventType("subscription.cancellation-scheduled/1")
    record CancellationScheduled(SubscriptionId id, Instant at, UserId user, Instant endsAt, StripeCause cause)
            implements SubscriptionEvent {}

    @EventType("subscription.cancellation-withdrawn/1")
    record CancellationWithdrawn(SubscriptionId id, Instant at, UserId user, StripeCause cause)
            implements SubscriptionEvent {}

    /** The grace ran out without a payment. */
    @EventType("subscription.grace-expired/1")
    record GraceExpired(SubscriptionId id, Instant at, UserId user) implements SubscriptionEvent {}

    @EventType("subscription.cancelled/1")
    record SubscriptionCancelled(SubscriptionId id, Instant at, UserId user, StripeCause cause)
            implements SubscriptionEvent {}
}
