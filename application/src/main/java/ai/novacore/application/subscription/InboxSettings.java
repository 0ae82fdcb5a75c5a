package ai.novacore.application.subscription;

import java.time.Duration;

/**
 * How what Stripe sent is applied.
 *
 * @param grace how long a tier stays when a payment has failed
 * @param lease how long a worker may take before others take over; to be longer than Stripe may take to answer
 */
public record InboxSettings(Duration grace, Duration lease) {
    public InboxSettings {
        if (grace.isNegative() || !lease.isPositive()) {
            throw new IllegalArgumentException("there must be a lease, and a grace is not negative");
        }
    }
}
