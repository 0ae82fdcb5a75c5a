package ai.novacore.application.subscription;

import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeCause;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import ai.novacore.domain.subscription.SubscriptionCommand.FollowStripe;
import ai.novacore.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Somebody who pays, for tests that need a tier. */
public final class Paying {
    public static final Duration MONTH = Duration.ofDays(30);
    public static final Duration GRACE = Duration.ofDays(7);

    private Paying() {}

    /** What Stripe says of somebody who has just bought a tier. */
    public static FollowStripe forTier(UserId user, Tier tier, Instant now) {
        String name = user.value().substring("usr_".length());
        return new FollowStripe(
                SubscriptionId.of(user),
                Actor.system("stripe"),
                now,
                user,
                List.of(subscription("sub_" + name, "cus_" + name, tier, Standing.PAID, now)),
                GRACE,
                new StripeCause("evt_" + name + tier, now));
    }

    /** A subscription of which a month has just begun. */
    public static StripeSubscription subscription(
            String id, String customer, Tier tier, Standing standing, Instant begun) {
        return new StripeSubscription(
                id, customer, tier, standing, begun, begun, begun.plus(MONTH), null, "pi_" + id.substring(4));
    }
}
