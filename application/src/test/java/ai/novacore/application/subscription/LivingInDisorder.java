package ai.novacore.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.subscription.LifeAtStripe.Step;
import ai.novacore.application.subscription.LifeAtStripe.Turn;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.Billing;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.subscription.Subscription;
import ai.novacore.domain.subscription.SubscriptionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Any life of a subscription, told in any order, with duplicates and with losses, and Stripe asked once at the end: it stands
 * as it does for somebody to whom all was told in order. Stripe is always at least as far as what it has told.
 */
class LivingInDisorder {
    private static final int LIVES = System.getProperty("nova.long") != null ? 5_000 : 300;

    @Test
    void comesToTheSameAsLivingInOrder() {
        Set<Step> happened = EnumSet.noneOf(Step.class);
        Set<SubscriptionStatus> ended = EnumSet.noneOf(SubscriptionStatus.class);
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            List<Turn> life = new LifeAtStripe(random).live(4 + random.nextInt(16));
            life.forEach(turn -> happened.add(turn.step()));

            Standing inOrder = tell(life, inOrder(life));
            Standing inDisorder = tell(life, inDisorder(life, random));

            assertThat(inDisorder).as("seed %d: %s", seed, life).isEqualTo(inOrder);
            ended.add(inOrder.status());
        }
        assertThat(happened).containsExactlyInAnyOrder(Step.values());
        assertThat(ended).contains(SubscriptionStatus.ACTIVE, SubscriptionStatus.PAUSED, SubscriptionStatus.CANCELLED);
    }

    /** What can be compared: not when something was learned, nor from which event. */
    private record Standing(
            Tier tier,
            SubscriptionStatus status,
            @Nullable Tier plan,
            @Nullable String subscription,
            @Nullable Instant periodEnd,
            @Nullable Instant endsAt,
            boolean scheduled) {
        static Standing of(Subscription state) {
            Billing billing = state.billing();
            // Of a life that is over and of which nothing was told nothing needs to be known.
            SubscriptionStatus status =
                    state.status() == SubscriptionStatus.NONE ? SubscriptionStatus.CANCELLED : state.status();
            return billing == null
                    ? new Standing(state.tier(), status, null, null, null, null, false)
                    : new Standing(
                            state.tier(),
                            status,
                            billing.plan(),
                            billing.subscription(),
                            billing.periodEnd(),
                            billing.endsAt(),
                            billing.next() != null);
        }
    }

    private static List<Integer> inOrder(List<Turn> life) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < life.size(); i++) {
            all.add(i);
        }
        return all;
    }

    /** A tenth is lost, a third comes twice, and about all come late. */
    private static List<Integer> inDisorder(List<Turn> life, Random random) {
        List<Integer> some = new ArrayList<>();
        for (int turn : inOrder(life)) {
            if (random.nextInt(10) > 0) {
                some.add(turn);
            }
            if (random.nextInt(3) == 0) {
                some.add(turn);
            }
        }
        Collections.shuffle(some, random);
        return some;
    }

    private static Standing tell(List<Turn> life, List<Integer> deliveries) {
        BillingWorld world = new BillingWorld().linked();
        int known = 0;
        for (int delivered : deliveries) {
            known = Math.max(known, delivered);
            knowing(world, life.get(known));
            world.told("evt_" + delivered, life.get(delivered).at());
        }
        knowing(world, life.getLast());
        world.asking.ask(BillingWorld.CUSTOMER, "reconciliation");
        world.apply();
        assertThat(world.inbox.oldestPending()).isEmpty();
        return Standing.of(world.state());
    }

    private static void knowing(BillingWorld world, Turn turn) {
        world.gateway.has(BillingWorld.CUSTOMER, turn.then().toArray(StripeSubscription[]::new));
        world.clock.advance(Duration.between(world.clock.instant(), turn.at()));
    }
}
