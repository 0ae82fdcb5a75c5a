package ai.novacore.domain.subscription;

import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.Billing.Grace;
import ai.novacore.domain.subscription.Billing.ScheduledTier;
import ai.novacore.domain.subscription.SubscriptionCommand.MeetDeadlines;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceExpired;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceReminded;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** What happens by itself because time passes. */
public final class Deadlines {
    /** How many days before its end the person is reminded of the grace, the soonest first. */
    private static final long[] REMINDERS = {1, 3};

    private Deadlines() {}

    /** When something is next to be done, as far as is known in {@code state}; {@link Instant#MAX} when nothing is. */
    public static Instant next(Subscription state) {
        Billing billing = state.billing();
        if (billing == null) {
            return Instant.MAX;
        }
        ScheduledTier tier = billing.next();
        Instant change = tier == null ? Instant.MAX : tier.at();
        Grace grace = billing.grace();
        if (grace == null || state.tier() == Tier.FREE) {
            return change;
        }
        Instant reminder = LongStream.of(REMINDERS)
                .filter(days -> isLeft(days, grace))
                .mapToObj(days -> before(grace, days))
                .min(Instant::compareTo)
                .orElse(grace.until());
        return reminder.isBefore(change) ? reminder : change;
    }

    static List<SubscriptionEvent> met(MeetDeadlines c, Subscription state) {
        Billing billing = state.billing();
        if (billing == null || state.tier() == Tier.FREE) {
            return List.of();
        }
        Grace grace = billing.grace();
        if (grace != null && !c.now().isBefore(grace.until())) {
            return List.of(
                    new GraceExpired(c.id(), c.now(), c.user()),
                    new TierChanged(c.id(), c.now(), c.user(), state.tier(), Tier.FREE, null));
        }
        ScheduledTier next = billing.next();
        if (next != null && !c.now().isBefore(next.at())) {
            return List.of(new TierChanged(c.id(), c.now(), c.user(), state.tier(), next.tier(), null));
        }
        return grace == null ? List.of() : remind(c, grace);
    }

    /** Whoever was not reminded in time, because nothing ran, is told the number of days that is left. */
    private static List<SubscriptionEvent> remind(MeetDeadlines c, Grace grace) {
        return LongStream.of(REMINDERS)
                .filter(days -> !c.now().isBefore(before(grace, days)))
                .filter(days -> isLeft(days, grace))
                .mapToObj(days ->
                        List.<SubscriptionEvent>of(new GraceReminded(c.id(), c.now(), c.user(), days, grace.until())))
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isLeft(long days, Grace grace) {
        return grace.remindedAt() == null || days < grace.remindedAt();
    }

    private static Instant before(Grace grace, long days) {
        return grace.until().minus(Duration.ofDays(days));
    }
}
