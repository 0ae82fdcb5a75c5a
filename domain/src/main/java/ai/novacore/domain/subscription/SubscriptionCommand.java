package ai.novacore.domain.subscription;

import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;

/** What can be asked of a person's subscription. Commands with a {@code cause} report what Stripe says. */
public sealed interface SubscriptionCommand extends DomainCommand {

    @Override
    SubscriptionId id();

    /** Whose subscription it is. */
    UserId user();

    /** The person was sent to Stripe's checkout page. Rejected with {@code already_subscribed} when one is running. */
    record StartCheckout(
            SubscriptionId id,
            Actor actor,
            Instant now,
            UserId user,
            Tier tier,
            String checkoutSessionId,
            Instant expiresAt)
            implements SubscriptionCommand {}

    /** Stripe says that a tier is paid for until {@code periodEnd}; also a change from one paid tier to another. */
    record ActivateTier(
            SubscriptionId id,
            Actor actor,
            Instant now,
            UserId user,
            Tier tier,
            String stripeCustomerId,
            String stripeSubscriptionId,
            Instant periodEnd,
            StripeCause cause)
            implements SubscriptionCommand {}

    /** Stripe could not collect; the tier stays until {@code graceUntil}. */
    record RecordPaymentFailure(
            SubscriptionId id, Actor actor, Instant now, UserId user, Instant graceUntil, StripeCause cause)
            implements SubscriptionCommand {}

    /** Stripe could collect after all. */
    record RecordPaymentRecovery(
            SubscriptionId id, Actor actor, Instant now, UserId user, Instant periodEnd, StripeCause cause)
            implements SubscriptionCommand {}

    /** It will end at {@code endsAt}. */
    record ScheduleCancellation(
            SubscriptionId id, Actor actor, Instant now, UserId user, Instant endsAt, StripeCause cause)
            implements SubscriptionCommand {}

    /** It will go on after all. */
    record WithdrawCancellation(SubscriptionId id, Actor actor, Instant now, UserId user, StripeCause cause)
            implements SubscriptionCommand {}

    /** It has ended at Stripe. */
    record CancelSubscription(SubscriptionId id, Actor actor, Instant now, UserId user, StripeCause cause)
            implements SubscriptionCommand {}

    /** The days of grace are over; nothing happens before they are, or after a recovery. */
    record ExpireGrace(SubscriptionId id, Actor actor, Instant now, UserId user) implements SubscriptionCommand {}
}
