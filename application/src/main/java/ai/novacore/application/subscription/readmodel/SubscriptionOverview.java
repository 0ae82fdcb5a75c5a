package ai.novacore.application.subscription.readmodel;

import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.Deadlines;
import ai.novacore.domain.subscription.Subscription;
import java.time.Instant;

/**
 * How the subscription of a person stands, for the jobs that look at all of them: what is due, and what differs from what
 * Stripe says. What was said once, such as refunds, is left out.
 */
public record SubscriptionOverview(UserId user, Subscription state) {

    /** When something is next to be done; {@link Instant#MAX} when nothing is. */
    public Instant due() {
        return Deadlines.next(state);
    }
}
