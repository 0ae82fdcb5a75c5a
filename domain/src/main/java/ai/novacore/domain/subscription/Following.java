package ai.novacore.domain.subscription;

import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.Billing.ScheduledTier;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import ai.novacore.domain.subscription.SubscriptionCommand.FollowStripe;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationScheduled;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationWithdrawn;
import ai.novacore.domain.subscription.SubscriptionEvent.DuplicateFound;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentFailed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRecovered;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionActivated;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionCancelled;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionPaused;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionRenewed;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionResumed;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChangeScheduled;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the difference between what is known of a subscription and what Stripe says of it now, as the events that lead from
 * the one to the other. It does not matter by how many steps Stripe got there, nor in which order it told of them.
 */
final class Following {
    private final SubscriptionDecider decider;
    private final FollowStripe told;
    private final Subscription before;
    private final List<SubscriptionEvent> events = new ArrayList<>();
    private Subscription state;

    Following(SubscriptionDecider decider, FollowStripe told, Subscription before) {
        this.decider = decider;
        this.told = told;
        this.before = before;
        this.state = before;
    }

    List<SubscriptionEvent> events() {
        StripeSubscription best = StripeSubscription.governing(told.seen()).orElse(null);
        if (best == null) {
            end();
        } else {
            follow(best);
        }
        return List.copyOf(events);
    }

    private void end() {
        String known = state.running();
        if (known == null) {
            return;
        }
        if (told.seen().stream().noneMatch(seen -> seen.id().equals(known))) {
            throw DomainRejection.conflict("subscription_missing", "Stripe does not know the running subscription.");
        }
        add(new SubscriptionCancelled(told.id(), told.now(), told.user(), told.cause()));
        change(Tier.FREE);
    }

    private void follow(StripeSubscription seen) {
        plan(seen);
        period(seen);
        payment(seen);
        pause(seen);
        ending(seen);
        tier(seen);
        duplicates(seen);
    }

    private Billing billing() {
        return Objects.requireNonNull(state.billing());
    }

    private void plan(StripeSubscription seen) {
        Billing known = state.billing();
        if (known == null || !known.subscription().equals(seen.id()) || known.plan() != seen.plan()) {
            add(new SubscriptionActivated(
                    told.id(),
                    told.now(),
                    told.user(),
                    seen.plan(),
                    seen.customer(),
                    seen.id(),
                    seen.periodEnd(),
                    told.cause()));
        }
    }

    /** A recovery tells of the period as well. */
    private void period(StripeSubscription seen) {
        boolean recovers = billing().grace() != null && seen.standing() == Standing.PAID;
        if (!recovers && !billing().periodEnd().equals(seen.periodEnd())) {
            add(new SubscriptionRenewed(told.id(), told.now(), told.user(), seen.periodEnd(), told.cause()));
        }
    }

    /** Stripe tries several times; the grace counts from the first failure. */
    private void payment(StripeSubscription seen) {
        boolean overdue = billing().grace() != null;
        if (seen.standing() == Standing.OVERDUE && !overdue) {
            add(new PaymentFailed(told.id(), told.now(), told.user(), told.now().plus(told.grace()), told.cause()));
        } else if (seen.standing() == Standing.PAID && overdue) {
            add(new PaymentRecovered(told.id(), told.now(), told.user(), seen.periodEnd(), told.cause()));
        }
    }

    private void pause(StripeSubscription seen) {
        boolean paused = seen.standing() == Standing.PAUSED;
        if (paused && !billing().paused()) {
            add(new SubscriptionPaused(told.id(), told.now(), told.user(), told.cause()));
        } else if (!paused && billing().paused()) {
            add(new SubscriptionResumed(told.id(), told.now(), told.user(), told.cause()));
        }
    }

    private void ending(StripeSubscription seen) {
        Instant end = seen.endsAt();
        if (Objects.equals(end, billing().endsAt())) {
            return;
        }
        add(
                end == null
                        ? new CancellationWithdrawn(told.id(), told.now(), told.user(), told.cause())
                        : new CancellationScheduled(told.id(), told.now(), told.user(), end, told.cause()));
    }

    /** A higher tier is given once it is paid for, a lower one when what was paid for is over. */
    private void tier(StripeSubscription seen) {
        if (billing().paused()) {
            change(Tier.FREE);
        } else if (seen.plan().compareTo(state.tier()) < 0) {
            lower(seen);
        } else if (billing().grace() == null) {
            change(seen.plan());
        }
    }

    private void lower(StripeSubscription seen) {
        Instant paidUntil = paidUntil();
        if (paidUntil == null
                || !told.now().isBefore(paidUntil)
                || !seen.periodStart().isBefore(paidUntil)) {
            change(seen.plan());
        } else if (!new ScheduledTier(seen.plan(), paidUntil).equals(billing().next())) {
            add(new TierChangeScheduled(told.id(), told.now(), told.user(), seen.plan(), paidUntil, told.cause()));
        }
    }

    /** Until when the tier is paid for that is used now. */
    private @Nullable Instant paidUntil() {
        Billing known = before.billing();
        if (known == null) {
            return null;
        }
        return known.next() == null ? known.periodEnd() : known.next().at();
    }

    private void duplicates(StripeSubscription best) {
        told.seen().stream()
                .filter(seen -> seen.live() && !seen.id().equals(best.id()))
                .filter(seen -> !billing().duplicates().contains(seen.id()))
                .toList()
                .forEach(seen -> add(new DuplicateFound(told.id(), told.now(), told.user(), seen.id(), told.cause())));
    }

    private void change(Tier to) {
        if (state.tier() != to) {
            add(new TierChanged(told.id(), told.now(), told.user(), state.tier(), to, told.cause()));
        }
    }

    private void add(SubscriptionEvent event) {
        events.add(event);
        state = decider.evolve(state, event);
    }
}
