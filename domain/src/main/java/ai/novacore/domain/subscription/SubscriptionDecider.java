package ai.novacore.domain.subscription;

import ai.novacore.domain.shared.Decider;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.Billing.Grace;
import ai.novacore.domain.subscription.Billing.ScheduledTier;
import ai.novacore.domain.subscription.Subscription.Checkout;
import ai.novacore.domain.subscription.SubscriptionCommand.CancelSubscription;
import ai.novacore.domain.subscription.SubscriptionCommand.CloseCheckout;
import ai.novacore.domain.subscription.SubscriptionCommand.FollowStripe;
import ai.novacore.domain.subscription.SubscriptionCommand.MeetDeadlines;
import ai.novacore.domain.subscription.SubscriptionCommand.NotePaymentAction;
import ai.novacore.domain.subscription.SubscriptionCommand.NoteTrialEnding;
import ai.novacore.domain.subscription.SubscriptionCommand.RecordDispute;
import ai.novacore.domain.subscription.SubscriptionCommand.RecordRefund;
import ai.novacore.domain.subscription.SubscriptionCommand.StartCheckout;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationScheduled;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationWithdrawn;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutClosed;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutStarted;
import ai.novacore.domain.subscription.SubscriptionEvent.DuplicateFound;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceExpired;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceReminded;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentActionRequired;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentDisputed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentFailed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRecovered;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRefunded;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionActivated;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionCancelled;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionPaused;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionRenewed;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionResumed;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChangeScheduled;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import ai.novacore.domain.subscription.SubscriptionEvent.TrialEnding;
import java.util.List;

/**
 * Follows what Stripe says. Stripe tells of changes more than once and in any order, so what it tells is only taken as a
 * reason to ask it how things stand; {@link FollowStripe} brings the answer, and is the same however often it comes.
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
            case CloseCheckout c -> closeCheckout(c, state);
            case FollowStripe c -> new Following(this, c, state).events();
            case CancelSubscription c -> cancel(c, state);
            case MeetDeadlines c -> Deadlines.met(c, state);
            case RecordRefund c -> recordRefund(c, state);
            case RecordDispute c ->
                state.facts().know(c.cause())
                        ? List.of()
                        : List.of(new PaymentDisputed(
                                c.id(), c.now(), c.user(), c.payment(), c.disputed(), state.running(), c.cause()));
            case NoteTrialEnding c ->
                state.facts().know(c.cause()) || state.running() == null
                        ? List.of()
                        : List.of(new TrialEnding(c.id(), c.now(), c.user(), c.endsAt(), c.cause()));
            case NotePaymentAction c ->
                state.facts().know(c.cause()) || state.running() == null
                        ? List.of()
                        : List.of(new PaymentActionRequired(c.id(), c.now(), c.user(), c.due(), c.cause()));
        };
    }

    private static List<SubscriptionEvent> startCheckout(StartCheckout c, Subscription state) {
        if (c.tier() == Tier.FREE) {
            throw DomainRejection.invalid("tier_not_for_sale", "The free tier cannot be bought.");
        }
        if (state.billing() != null) {
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

    private static List<SubscriptionEvent> closeCheckout(CloseCheckout c, Subscription state) {
        Checkout open = state.checkout();
        return open == null || !open.sessionId().equals(c.checkoutSessionId())
                ? List.of()
                : List.of(new CheckoutClosed(c.id(), c.now(), c.user(), c.checkoutSessionId()));
    }

    /** Also ends a tier that nobody pays for, such as one that was given away. */
    private static List<SubscriptionEvent> cancel(CancelSubscription c, Subscription state) {
        if (state.billing() == null && state.tier() == Tier.FREE) {
            return List.of();
        }
        SubscriptionCancelled cancelled = new SubscriptionCancelled(c.id(), c.now(), c.user(), c.cause());
        return state.tier() == Tier.FREE
                ? List.of(cancelled)
                : List.of(cancelled, new TierChanged(c.id(), c.now(), c.user(), state.tier(), Tier.FREE, c.cause()));
    }

    private static List<SubscriptionEvent> recordRefund(RecordRefund c, Subscription state) {
        if (state.facts().know(c.cause())) {
            return List.of();
        }
        boolean ends = c.full() && c.current() && state.running() != null;
        return List.of(new PaymentRefunded(
                c.id(), c.now(), c.user(), c.payment(), c.refunded(), ends, state.running(), c.cause()));
    }

    @Override
    public Subscription evolve(Subscription state, SubscriptionEvent event) {
        return switch (event) {
            case CheckoutStarted e -> state.withCheckout(new Checkout(e.checkoutSessionId(), e.tier(), e.expiresAt()));
            case CheckoutClosed _ -> state.withCheckout(null);
            case SubscriptionActivated e -> state.billed(activated(e, state));
            case SubscriptionRenewed e -> state.changing(billing -> billing.withPeriodEnd(e.periodEnd()));
            case TierChanged e -> state.withTier(e.to());
            case TierChangeScheduled e ->
                state.changing(billing -> billing.scheduling(new ScheduledTier(e.to(), e.changesAt())));
            case PaymentFailed e -> state.changing(billing -> billing.withGrace(new Grace(e.graceUntil(), null)));
            case PaymentRecovered e ->
                state.changing(billing -> billing.withGrace(null).withPeriodEnd(e.periodEnd()));
            case GraceReminded e ->
                state.changing(billing -> billing.withGrace(new Grace(e.graceUntil(), e.daysLeft())));
            // What may be used follows from the TierChanged that comes with it.
            case GraceExpired _ -> state;
            case SubscriptionPaused _ -> state.changing(billing -> billing.pausing(true));
            case SubscriptionResumed _ -> state.changing(billing -> billing.pausing(false));
            case CancellationScheduled e -> state.changing(billing -> billing.ending(e.endsAt()));
            case CancellationWithdrawn _ -> state.changing(billing -> billing.ending(null));
            case SubscriptionCancelled _ -> state.over();
            case DuplicateFound e -> state.changing(billing -> billing.beside(e.stripeSubscriptionId()));
            case PaymentRefunded e -> state.knowing(e.cause());
            case PaymentDisputed e -> state.knowing(e.cause());
            case TrialEnding e -> state.knowing(e.cause());
            case PaymentActionRequired e -> state.knowing(e.cause());
        };
    }

    /** A scheduled end or a grace belongs to the subscription that it is about, not to the next one. */
    private static Billing activated(SubscriptionActivated e, Subscription state) {
        Billing known = state.billing();
        return known != null && known.subscription().equals(e.stripeSubscriptionId())
                ? known.withPlan(e.tier(), e.periodEnd())
                : Billing.begun(e.tier(), e.stripeCustomerId(), e.stripeSubscriptionId(), e.periodEnd());
    }
}
