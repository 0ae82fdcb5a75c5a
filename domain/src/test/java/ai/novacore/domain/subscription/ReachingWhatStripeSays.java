package ai.novacore.domain.subscription;

import static ai.novacore.domain.subscription.SubscriptionExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import ai.novacore.domain.subscription.SubscriptionCommand.MeetDeadlines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever Stripe does and however little of it is heard, asking once leads to what it says, asking again changes nothing,
 * and nobody uses a tier that they have not paid for.
 */
class ReachingWhatStripeSays {
    private static final int LIVES = System.getProperty("nova.long") != null ? 50_000 : 1_000;

    private static final List<Standing> STANDINGS = List.of(Standing.values());

    private final SubscriptionDecider decider = new SubscriptionDecider();

    @Test
    void whateverWasHeardBefore() {
        for (int seed = 0; seed < LIVES; seed++) {
            live(new Random(seed), seed);
        }
    }

    private void live(Random random, int seed) {
        Subscription state = decider.initial();
        Instant now = NOON;
        for (int step = 1; step <= 20; step++) {
            now = now.plus(Duration.ofHours(random.nextInt(200)));
            if (random.nextInt(4) == 0) {
                state = decider.fold(state, decider.decide(new MeetDeadlines(HERS, STRIPE, now, ADA), state));
                continue;
            }
            StripeSubscription[] seen = world(random, now, state);
            Subscription before = state;
            state = decider.fold(before, decider.decide(followAt(now, step, seen), before));

            assertThat(decider.decide(followAt(now, step, seen), state))
                    .as("seed %d, step %d: asked again", seed, step)
                    .isEmpty();
            says(seen[0], before, state, seed, step);
        }
    }

    /** One subscription, the one that is running or another one. */
    private static StripeSubscription[] world(Random random, Instant now, Subscription state) {
        String running = state.running();
        String id = running != null ? running : "sub_" + random.nextInt(3);
        Standing standing = STANDINGS.get(random.nextInt(STANDINGS.size()));
        if (running != null && standing == Standing.NOT_STARTED) {
            standing = Standing.PAID;
        }
        Instant begins = now.minus(Duration.ofDays(random.nextInt(20)));
        Instant ends = begins.plus(Duration.ofDays(30));
        Tier plan = random.nextBoolean() ? Tier.BASIC : Tier.PRO;
        return new StripeSubscription[] {seen(id, plan, standing, begins, ends, random.nextInt(5) == 0 ? ends : null)};
    }

    private static void says(StripeSubscription seen, Subscription before, Subscription after, int seed, int step) {
        String where = "seed " + seed + ", step " + step;
        if (!seen.live()) {
            assertThat(after.running()).as(where).isNull();
            assertThat(after.tier()).as(where).isEqualTo(Tier.FREE);
            return;
        }
        Billing billing = after.billing();
        assertThat(billing).as(where).isNotNull();
        assertThat(billing.subscription()).as(where).isEqualTo(seen.id());
        assertThat(billing.plan()).as(where).isEqualTo(seen.plan());
        assertThat(billing.periodEnd()).as(where).isEqualTo(seen.periodEnd());
        assertThat(billing.endsAt()).as(where).isEqualTo(seen.endsAt());
        assertThat(billing.paused()).as(where).isEqualTo(seen.standing() == Standing.PAUSED);
        assertThat(after.tier()).as(where).isIn(mayUse(seen, before.tier(), billing));
    }

    private static List<Tier> mayUse(StripeSubscription seen, Tier before, @Nullable Billing billing) {
        if (seen.standing() == Standing.PAUSED) {
            return List.of(Tier.FREE);
        }
        List<Tier> tiers = new ArrayList<>();
        if (seen.standing() == Standing.PAID) {
            tiers.add(seen.plan());
        }
        // What was paid for before stays until its time is over, or while there is grace.
        if (seen.standing() == Standing.OVERDUE || (billing != null && billing.next() != null)) {
            tiers.add(before);
            tiers.add(before.compareTo(seen.plan()) < 0 ? before : seen.plan());
        }
        return tiers;
    }
}
