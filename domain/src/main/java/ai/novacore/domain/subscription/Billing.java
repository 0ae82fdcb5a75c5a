package ai.novacore.domain.subscription;

import ai.novacore.domain.shared.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that is running at Stripe. A payment can be overdue while the end is scheduled, so these are facts beside
 * each other and not kinds of subscription.
 *
 * @param plan what is billed
 * @param customer Stripe's {@code cus_…}
 * @param subscription Stripe's {@code sub_…}
 * @param periodEnd until when the period lasts that is being billed
 * @param grace present while a payment is overdue
 * @param endsAt present while the end is scheduled
 * @param paused whether it is neither billed nor served
 * @param next the lower tier that will be used once what was paid for is over; absent when none is scheduled
 * @param duplicates other subscriptions that were found beside it
 */
public record Billing(
        Tier plan,
        String customer,
        String subscription,
        Instant periodEnd,
        @Nullable Grace grace,
        @Nullable Instant endsAt,
        boolean paused,
        @Nullable ScheduledTier next,
        List<String> duplicates) {

    /**
     * The time in which an overdue payment changes nothing yet.
     *
     * @param remindedAt how many days were left when the person was last reminded; absent when they were not
     */
    public record Grace(Instant until, @Nullable Long remindedAt) {}

    /** A change to a lower tier, when what was paid for is over. */
    public record ScheduledTier(Tier tier, Instant at) {}

    public Billing {
        duplicates = List.copyOf(duplicates);
    }

    static Billing begun(Tier plan, String customer, String subscription, Instant periodEnd) {
        return new Billing(plan, customer, subscription, periodEnd, null, null, false, null, List.of());
    }

    Billing withPlan(Tier changed, Instant until) {
        return new Billing(changed, customer, subscription, until, grace, endsAt, paused, null, duplicates);
    }

    Billing withPeriodEnd(Instant until) {
        return new Billing(plan, customer, subscription, until, grace, endsAt, paused, next, duplicates);
    }

    Billing withGrace(@Nullable Grace given) {
        return new Billing(plan, customer, subscription, periodEnd, given, endsAt, paused, next, duplicates);
    }

    Billing ending(@Nullable Instant end) {
        return new Billing(plan, customer, subscription, periodEnd, grace, end, paused, next, duplicates);
    }

    Billing pausing(boolean now) {
        return new Billing(plan, customer, subscription, periodEnd, grace, endsAt, now, next, duplicates);
    }

    Billing scheduling(@Nullable ScheduledTier lower) {
        return new Billing(plan, customer, subscription, periodEnd, grace, endsAt, paused, lower, duplicates);
    }

    Billing beside(String duplicate) {
        List<String> found = new ArrayList<>(duplicates);
        found.add(duplicate);
        return new Billing(plan, customer, subscription, periodEnd, grace, endsAt, paused, next, found);
    }
}
