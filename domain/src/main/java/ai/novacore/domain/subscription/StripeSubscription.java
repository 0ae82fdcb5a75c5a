package ai.novacore.domain.subscription;

import ai.novacore.domain.shared.Tier;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as Stripe describes it at one moment.
 *
 * @param id Stripe's {@code sub_…}
 * @param customer Stripe's {@code cus_…}
 * @param plan what is billed; never {@code FREE}
 * @param createdAt when it was begun
 * @param periodStart the beginning of the period that is being billed
 * @param periodEnd its end
 * @param endsAt present when it will not go on after that
 * @param payment what the latest invoice was paid by, Stripe's {@code pi_…}; absent when nothing was to be paid
 */
public record StripeSubscription(
        String id,
        String customer,
        Tier plan,
        Standing standing,
        Instant createdAt,
        Instant periodStart,
        Instant periodEnd,
        @Nullable Instant endsAt,
        @Nullable String payment) {

    /**
     * The one that counts when there are several: one that is paid before one that is not, then the more valuable one, then
     * the older one.
     */
    private static final Comparator<StripeSubscription> BEST_FIRST = Comparator.comparing(StripeSubscription::standing)
            .thenComparing(StripeSubscription::plan, Comparator.reverseOrder())
            .thenComparing(StripeSubscription::createdAt)
            .thenComparing(StripeSubscription::id);

    /** Where it stands, the best first. */
    public enum Standing {
        /** Paid, or on trial: {@code active}, {@code trialing}. */
        PAID,
        /** Stripe could not collect: {@code past_due}, {@code unpaid}. */
        OVERDUE,
        /** Neither billed nor served, until the person says how to pay: {@code paused}. */
        PAUSED,
        /** The first payment is not made yet: {@code incomplete}. */
        NOT_STARTED,
        /** Over for good: {@code canceled}, {@code incomplete_expired}. */
        ENDED
    }

    public StripeSubscription {
        if (plan == Tier.FREE) {
            throw new IllegalArgumentException("nobody is billed for the free tier");
        }
    }

    /** The one that counts of all that somebody has; absent when none goes on. */
    public static Optional<StripeSubscription> governing(List<StripeSubscription> all) {
        return all.stream().filter(StripeSubscription::live).min(BEST_FIRST);
    }

    /** Whether it goes on, paid for or not. */
    public boolean live() {
        return standing.compareTo(Standing.NOT_STARTED) < 0;
    }
}
