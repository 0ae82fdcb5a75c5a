package ai.novacore.domain.subscription;

import ai.novacore.domain.shared.Decider;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.Subscription.Checkout;
import ai.novacore.domain.subscription.SubscriptionCommand.ActivateTier;
import ai.novacore.domain.subscription.SubscriptionCommand.CancelSubscription;
import ai.novacore.domain.subscription.SubscriptionCommand.ExpireGrace;
import ai.novacore.domain.subscription.SubscriptionCommand.RecordPaymentFailure;
import ai.novacore.domain.subscription.SubscriptionCommand.RecordPaymentRecovery;
import ai.novacore.domain.subscription.SubscriptionCommand.ScheduleCancellation;
import ai.novacore.domain.subscription.SubscriptionCommand.StartCheckout;
import ai.novacore.domain.subscription.SubscriptionCommand.WithdrawCancellation;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationScheduled;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationWithdrawn;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutStarted;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceExpired;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentFailed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRecovered;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionActivated;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionCancelled;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows what Stripe says, whatever the order in which it says it. A fact that is no older than those applied is
 * recorded even when it changes nothing, so that an older one that comes after it finds that it is late. Facts about a
 * subscription that we do not know are passed over: they must not make the activation that is still on its way look
 * late. The one exception is the end, after which that activation <em>is</em> late.
 */
public final class SubscriptionDecider implements Decider<SubscriptionCommand, SubscriptionEvent, Subscription> {

    @Override
    public Subscription initial() {
        return Subscription.NEVER;
    }

    @Override
    public List<SubscriptionEvent> decide(SubscriptionCommand command, Subscription state) {
        return switch (command) {
            case StartCheckout c -> startCheckout(c, state);
            case ActivateTier c -> activate(c, state);
            case RecordPaymentFailure c -> recordFailure(c, state);
            case RecordPaymentRecovery c -> recordRecovery(c, state);
            case ScheduleCancellation c ->
                concerns(state, c.cause())
                        ? List.of(new CancellationScheduled(c.id(), c.now(), c.user(), c.endsAt(), c.cause()))
                        : List.of();
            case WithdrawCancellation c ->
                concerns(state, c.cause())
                        ? List.of(new CancellationWithdrawn(c.id(), c.now(), c.user(), c.cause()))
                        : List.of();
            case CancelSubscription c ->
                state.facts().outdate(c.cause())
                        ? List.of()
                        : andTier(
                                new SubscriptionCancelled(c.id(), c.now(), c.user(), c.cause()),
                                state,
                                Tier.FREE,
                                c.cause());
            case ExpireGrace c -> expireGrace(c, state);
        };
    }

    private static List<SubscriptionEvent> startCheckout(StartCheckout c, Subscription state) {
        requirePaid(c.tier());
        if (state.running()) {
            throw DomainRejection.conflict("already_subscribed", "There is a subscription already.");
        }
        Checkout open = state.checkout();
        if (open != null && open.sessionId().equals(c.checkoutSessionId())) {
            return List.of();
        }
        // Two open pages could both be paid.
        if (open != null && c.now().isBefore(open.expiresAt())) {
            throw DomainRejection.conflict("checkout_open", "A checkout page is still open.");
        }
        return List.of(new CheckoutStarted(c.id(), c.now(), c.user(), c.tier(), c.checkoutSessionId(), c.expiresAt()));
    }

    private static List<SubscriptionEvent> activate(ActivateTier c, Subscription state) {
        requirePaid(c.tier());
        if (state.facts().outdate(c.cause())) {
            return List.of();
        }
        SubscriptionActivated activated = new SubscriptionActivated(
                c.id(),
                c.now(),
                c.user(),
                c.tier(),
                c.stripeCustomerId(),
                c.stripeSubscriptionId(),
                c.periodEnd(),
                c.cause());
        return andTier(activated, state, c.tier(), c.cause());
    }

    /** Stripe tries again several times; the grace counts from the first failure. */
    private static List<SubscriptionEvent> recordFailure(RecordPaymentFailure c, Subscription state) {
        return concerns(state, c.cause()) && state.graceUntil() == null
                ? List.of(new PaymentFailed(c.id(), c.now(), c.user(), c.graceUntil(), c.cause()))
                : List.of();
    }

    /** Also gives the tier back when the grace was over. */
    private static List<SubscriptionEvent> recordRecovery(RecordPaymentRecovery c, Subscription state) {
        return concerns(state, c.cause())
                ? andTier(
                        new PaymentRecovered(c.id(), c.now(), c.user(), c.periodEnd(), c.cause()),
                        state,
                        state.plan(),
                        c.cause())
                : List.of();
    }

    private static List<SubscriptionEvent> expireGrace(ExpireGrace c, Subscription state) {
        Instant until = state.graceUntil();
        return until == null || c.now().isBefore(until) || state.tier() == Tier.FREE
                ? List.of()
                : andTier(new GraceExpired(c.id(), c.now(), c.user()), state, Tier.FREE, null);
    }

    private static boolean concerns(Subscription state, StripeCause cause) {
        return state.running() && !state.facts().outdate(cause);
    }

    private static void requirePaid(Tier tier) {
        if (tier == Tier.FREE) {
            throw DomainRejection.invalid("tier_not_for_sale", "The free tier cannot be bought.");
        }
    }

    private static List<SubscriptionEvent> andTier(
            SubscriptionEvent event, Subscription state, Tier to, @Nullable StripeCause cause) {
        return state.tier() == to
                ? List.of(event)
                : List.of(event, new TierChanged(event.id(), event.at(), event.user(), state.tier(), to, cause));
    }

    @Override
    public Subscription evolve(Subscription state, SubscriptionEvent event) {
        return switch (event) {
            case CheckoutStarted e -> state.withCheckout(new Checkout(e.checkoutSessionId(), e.tier(), e.expiresAt()));
            case SubscriptionActivated e ->
                state.activated(e.tier(), e.stripeCustomerId(), e.stripeSubscriptionId(), e.periodEnd(), e.cause());
            case TierChanged e -> state.withTier(e.to());
            case PaymentFailed e -> state.overdue(e.graceUntil(), e.cause());
            case PaymentRecovered e -> state.recovered(e.periodEnd(), e.cause());
            case CancellationScheduled e -> state.ending(e.endsAt(), e.cause());
            case CancellationWithdrawn e -> state.ending(null, e.cause());
            // What may be used follows from the TierChanged that comes with it.
            case GraceExpired _ -> state;
            case SubscriptionCancelled e -> state.cancelled(e.cause());
        };
    }
}
