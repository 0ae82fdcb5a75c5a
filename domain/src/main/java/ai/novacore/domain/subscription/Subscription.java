package ai.novacore.domain.subscription;

import ai.novacore.domain.shared.Tier;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a person has bought at Stripe, and what they may use because of it.
 *
 * @param tier what may be used; not always what is billed, as when a payment is overdue and the grace is over
 * @param billing absent when no subscription is running
 * @param ended whether there was one before
 * @param checkout the page that the person was last sent to, while they can pay there
 * @param facts what Stripe said once and was recorded
 */
public record Subscription(
        Tier tier,
        @Nullable Billing billing,
        boolean ended,
        @Nullable Checkout checkout,
        AppliedFacts facts) {

    static final Subscription NEVER = new Subscription(Tier.FREE, null, false, null, AppliedFacts.NONE);

    /** A page where the person can pay; from {@code expiresAt} on they cannot. */
    public record Checkout(String sessionId, Tier tier, Instant expiresAt) {}

    /** Where it stands. */
    public SubscriptionStatus status() {
        if (billing == null) {
            return ended ? SubscriptionStatus.CANCELLED : SubscriptionStatus.NONE;
        }
        if (billing.paused()) {
            return SubscriptionStatus.PAUSED;
        }
        if (billing.grace() != null) {
            return SubscriptionStatus.PAST_DUE;
        }
        return billing.endsAt() == null ? SubscriptionStatus.ACTIVE : SubscriptionStatus.CANCELLING;
    }

    /** The running subscription at Stripe; absent when none is. */
    public @Nullable String running() {
        return billing == null ? null : billing.subscription();
    }

    Subscription withTier(Tier usable) {
        return new Subscription(usable, billing == null ? null : billing.scheduling(null), ended, checkout, facts);
    }

    Subscription withCheckout(@Nullable Checkout open) {
        return new Subscription(tier, billing, ended, open, facts);
    }

    /** Whoever has a subscription does not pay at a page any more. */
    Subscription billed(Billing by) {
        return new Subscription(tier, by, ended, null, facts);
    }

    /** What is told of a subscription that is not running changes nothing. */
    Subscription changing(UnaryOperator<Billing> change) {
        return billing == null ? this : new Subscription(tier, change.apply(billing), ended, checkout, facts);
    }

    Subscription over() {
        return new Subscription(tier, null, true, checkout, facts);
    }

    Subscription knowing(StripeCause cause) {
        return new Subscription(tier, billing, ended, checkout, facts.plus(cause));
    }
}
