package ai.novacore.domain.subscription;

/** Where a subscription stands. */
public enum SubscriptionStatus {
    /** There has never been one. */
    NONE,
    ACTIVE,
    /** A payment failed; the tier stays until the grace is over, and comes back when Stripe can collect after all. */
    PAST_DUE,
    /** Nothing is billed and nothing is served until the person says how to pay, as after a trial. */
    PAUSED,
    /** Paid for, and will end. */
    CANCELLING,
    /** There was one, and it has ended at Stripe. */
    CANCELLED
}
