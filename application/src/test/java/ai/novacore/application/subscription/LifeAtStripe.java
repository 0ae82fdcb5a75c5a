package ai.novacore.application.subscription;

import ai.novacore.application.shared.ManualClock;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What becomes of a customer at Stripe, step by step at random. */
final class LifeAtStripe {

    /** What can happen. */
    enum Step {
        BEGIN,
        RENEW,
        FAIL_TO_RENEW,
        RECOVER,
        UPGRADE,
        DOWNGRADE,
        SCHEDULE_END,
        WITHDRAW_END,
        PAUSE,
        RESUME,
        END
    }

    /** What happened, when, and what the customer has then. */
    record Turn(Step step, Instant at, List<StripeSubscription> then) {}

    private final Random random;
    private final List<StripeSubscription> ended = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private @Nullable StripeSubscription running;
    private Instant now = ManualClock.NOON;

    LifeAtStripe(Random random) {
        this.random = random;
    }

    /**
     * So many steps, and a few that leave nothing open: what is overdue is paid, and another period has begun, since a tier
     * that was paid for stays until its period's end with those alone who were told in time.
     */
    List<Turn> live(int steps) {
        for (int i = 0; i < steps; i++) {
            List<Step> possible =
                    Arrays.stream(Step.values()).filter(this::possible).toList();
            take(possible.get(random.nextInt(possible.size())));
        }
        for (Step step : List.of(Step.RECOVER, Step.WITHDRAW_END, Step.RENEW)) {
            takeIfPossible(step);
        }
        if (random.nextInt(3) == 0) {
            takeIfPossible(Step.SCHEDULE_END);
        }
        return List.copyOf(turns);
    }

    private void takeIfPossible(Step step) {
        if (possible(step)) {
            take(step);
        }
    }

    private boolean possible(Step step) {
        StripeSubscription one = running;
        if (one == null) {
            return step == Step.BEGIN;
        }
        boolean paid = one.standing() == Standing.PAID;
        boolean goesOn = one.endsAt() == null;
        return switch (step) {
            case BEGIN -> false;
            case RENEW, FAIL_TO_RENEW -> paid && goesOn;
            case RECOVER -> one.standing() == Standing.OVERDUE;
            case UPGRADE -> paid && one.plan() == Tier.BASIC;
            case DOWNGRADE -> paid && one.plan() == Tier.PRO;
            case SCHEDULE_END -> paid && goesOn;
            case WITHDRAW_END -> !goesOn;
            case PAUSE -> paid && goesOn;
            case RESUME -> one.standing() == Standing.PAUSED;
            case END -> true;
        };
    }

    private void take(Step step) {
        now = now.plus(Duration.ofHours(1 + random.nextInt(20)));
        StripeSubscription one = running;
        running = one == null ? begun() : changed(one, step);
        List<StripeSubscription> then = new ArrayList<>(ended);
        if (running != null) {
            then.add(running);
        }
        turns.add(new Turn(step, now, List.copyOf(then)));
    }

    private StripeSubscription begun() {
        String id = "sub_" + (ended.size() + 1);
        Tier tier = random.nextBoolean() ? Tier.BASIC : Tier.PRO;
        return Paying.subscription(id, BillingWorld.CUSTOMER, tier, Standing.PAID, now);
    }

    private @Nullable StripeSubscription changed(StripeSubscription one, Step step) {
        return switch (step) {
            case BEGIN -> throw new IllegalStateException("has begun");
            case RENEW -> renewed(one, Standing.PAID);
            case FAIL_TO_RENEW -> renewed(one, Standing.OVERDUE);
            case RECOVER, RESUME -> with(one, one.plan(), Standing.PAID, one.endsAt());
            case UPGRADE -> with(one, Tier.PRO, one.standing(), one.endsAt());
            case DOWNGRADE -> with(one, Tier.BASIC, one.standing(), one.endsAt());
            case SCHEDULE_END -> with(one, one.plan(), one.standing(), one.periodEnd());
            case WITHDRAW_END -> with(one, one.plan(), one.standing(), null);
            case PAUSE -> with(one, one.plan(), Standing.PAUSED, null);
            case END -> {
                ended.add(with(one, one.plan(), Standing.ENDED, one.endsAt()));
                yield null;
            }
        };
    }

    private StripeSubscription renewed(StripeSubscription one, Standing standing) {
        now = one.periodEnd().isAfter(now) ? one.periodEnd() : now;
        return new StripeSubscription(
                one.id(),
                one.customer(),
                one.plan(),
                standing,
                one.createdAt(),
                one.periodEnd(),
                one.periodEnd().plus(Paying.MONTH),
                null,
                one.payment());
    }

    private static StripeSubscription with(
            StripeSubscription one, Tier plan, Standing standing, @Nullable Instant endsAt) {
        return new StripeSubscription(
                one.id(),
                one.customer(),
                plan,
                standing,
                one.createdAt(),
                one.periodStart(),
                one.periodEnd(),
                endsAt,
                one.payment());
    }
}
