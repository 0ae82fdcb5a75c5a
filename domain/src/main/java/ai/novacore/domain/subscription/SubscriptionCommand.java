package ai.novacore.domain.subscription;

import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What can be asked of a person's subscription. Commands with a {@code cause} report what Stripe says. */
public sealed interface SubscriptionCommand extends DomainCommand {

    @Override
    SubscriptionId id();

    /** Whose subscription it is. */
    UserId user();

    /**
     * The person was sent to Stripe's checkout page. Rejected with {@code already_subscribed} when a subscription is running,
     * with {@code checkout_open} when another page is open.
     */
    record StartCheckout(
            SubscriptionId id,
            Actor actor,
            Instant now,
            UserId user,
            Tier tier,
            String checkoutSessionId,
            Instant expiresAt)
            implements SubscriptionCommand {}

    /** The page can no longer be paid at, or was; nothing to do for any other page than the one that is open. */
    record CloseCheckout(SubscriptionId id, Actor actor, Instant now, UserId user, String checkoutSessionId)
            implements SubscriptionCommand {}

    /**
     * Takes Stripe's word for how things stand. Rejected with {@code subscription_missing} when the running subscription is
     * not among what Stripe knows, which no cancellation explains.
     *
     * @param seen all subscriptions of the person's customer that are ours, also those that have ended
     * @param grace how long the tier stays from now when a payment has failed
     */
    record FollowStripe(
            SubscriptionId id,
            Actor actor,
            Instant now,
            UserId user,
            List<StripeSubscription> seen,
            Duration grace,
            StripeCause cause)
            implements SubscriptionCommand {
        public FollowStripe {
            seen = List.copyOf(seen);
        }
    }

    /** It has ended at Stripe, whatever is listed there: the account is erased, or Stripe's customer is gone. */
    record CancelSubscription(SubscriptionId id, Actor actor, Instant now, UserId user, StripeCause cause)
            implements SubscriptionCommand {}

    /** Does what is due by now: reminds, ends the grace, changes to the tier that was scheduled. */
    record MeetDeadlines(SubscriptionId id, Actor actor, Instant now, UserId user) implements SubscriptionCommand {}

    /**
     * Money went back.
     *
     * @param payment what had been paid by, Stripe's {@code pi_…}
     * @param refunded how much in all
     * @param full whether that is everything
     * @param current whether it was the payment for the period that is running
     */
    record RecordRefund(
            SubscriptionId id,
            Actor actor,
            Instant now,
            UserId user,
            String payment,
            Money refunded,
            boolean full,
            boolean current,
            StripeCause cause)
            implements SubscriptionCommand {}

    /** The holder of the card disputes a payment at their bank. */
    record RecordDispute(
            SubscriptionId id, Actor actor, Instant now, UserId user, String payment, Money disputed, StripeCause cause)
            implements SubscriptionCommand {}

    /** The trial will end soon. */
    record NoteTrialEnding(SubscriptionId id, Actor actor, Instant now, UserId user, Instant endsAt, StripeCause cause)
            implements SubscriptionCommand {}

    /** A payment waits for the person, whose bank wants to hear from them. */
    record NotePaymentAction(SubscriptionId id, Actor actor, Instant now, UserId user, Money due, StripeCause cause)
            implements SubscriptionCommand {}
}
