package ai.novacore.domain.subscription;

import static ai.novacore.domain.subscription.SubscriptionExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.SubscriptionCommand.ExpireGrace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Stripe delivers in any order and more than once (failure cases 4 and 5). Because older facts are ignored, what
 * everybody can agree on is what the newest fact says about the tier, and, as long as nobody changes the plan, the plan.
 */
class ApplyingFactsInAnyOrder {
    private static final int RUNS = 500;
    private final SubscriptionDecider decider = new SubscriptionDecider();

    @Test
    void endsWithTheTierThatTheNewestFactNames() {
        for (long seed = 1; seed <= RUNS; seed++) {
            Random random = new Random(seed);
            List<SubscriptionCommand> facts = new ArrayList<>();
            int count = 1 + random.nextInt(10);
            for (int number = 1; number < count; number++) {
                facts.add(anyFact(random, number));
            }
            Tier last = List.of(Tier.FREE, Tier.BASIC, Tier.PRO).get(random.nextInt(3));
            facts.add(last == Tier.FREE ? cancel(count) : activate(last, count));

            assertThat(apply(facts).tier()).as("seed %d in order", seed).isEqualTo(last);
            List<SubscriptionCommand> delivered = delivered(facts, random);
            delivered.add(random.nextInt(delivered.size() + 1), new ExpireGrace(HERS, STRIPE, GRACE_END, ADA));
            assertThat(apply(delivered).tier())
                    .as("seed %d as delivered: %s", seed, delivered)
                    .isEqualTo(last);
        }
    }

    @Test
    void endsWithThePlanWhenNobodyChangesIt() {
        for (long seed = 1; seed <= RUNS; seed++) {
            Random random = new Random(seed);
            List<SubscriptionCommand> facts = new ArrayList<>(List.of(activate(Tier.PRO, 1)));
            for (int number = 2; number < 10; number++) {
                facts.add(
                        switch (random.nextInt(5)) {
                            case 0 -> activate(Tier.PRO, number);
                            case 1 -> fail(number);
                            case 2 -> recover(number);
                            case 3 -> schedule(number);
                            default -> withdraw(number);
                        });
            }
            List<SubscriptionCommand> delivered = delivered(facts, random);

            assertThat(apply(delivered).tier())
                    .as("seed %d as delivered: %s", seed, delivered)
                    .isEqualTo(apply(facts).tier())
                    .isEqualTo(Tier.PRO);
        }
    }

    @Test
    void isChangedByNoDuplicate() {
        for (long seed = 1; seed <= RUNS; seed++) {
            Random random = new Random(seed);
            List<SubscriptionCommand> applied = new ArrayList<>();
            Subscription state = decider.initial();
            for (int step = 0; step < 12; step++) {
                SubscriptionCommand fact = anyFact(random, 1 + random.nextInt(20));
                List<SubscriptionEvent> events = decider.decide(fact, state);
                state = decider.fold(state, events);
                if (!events.isEmpty()) {
                    applied.add(fact);
                }
                for (SubscriptionCommand duplicate : applied) {
                    assertThat(decider.decide(duplicate, state))
                            .as("seed %d, %s again", seed, duplicate)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void announcesEveryChangeOfTheTierAndNoOther() {
        for (long seed = 1; seed <= RUNS; seed++) {
            Random random = new Random(seed);
            Subscription state = decider.initial();
            for (int step = 0; step < 20; step++) {
                SubscriptionCommand next = random.nextInt(5) == 0
                        ? new ExpireGrace(HERS, STRIPE, GRACE_END, ADA)
                        : anyFact(random, 1 + random.nextInt(40));
                List<SubscriptionEvent> events = decider.decide(next, state);
                Subscription after = decider.fold(state, events);
                List<Tier> announced = events.stream()
                        .filter(SubscriptionEvent.TierChanged.class::isInstance)
                        .map(event -> ((SubscriptionEvent.TierChanged) event).to())
                        .toList();

                assertThat(announced)
                        .as("seed %d, %s", seed, next)
                        .isEqualTo(after.tier() == state.tier() ? List.of() : List.of(after.tier()));
                assertThat(after.tier()).as("seed %d, %s", seed, next).isIn(Tier.FREE, after.plan());
                state = after;
            }
        }
    }

    private Subscription apply(List<SubscriptionCommand> commands) {
        Subscription state = decider.initial();
        for (SubscriptionCommand command : commands) {
            state = decider.fold(state, decider.decide(command, state));
        }
        return state;
    }

    /** The facts in some order, some of them twice. */
    private static List<SubscriptionCommand> delivered(List<SubscriptionCommand> facts, Random random) {
        List<SubscriptionCommand> delivered = new ArrayList<>(facts);
        facts.stream().filter(_ -> random.nextInt(3) == 0).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        return delivered;
    }

    private static SubscriptionCommand anyFact(Random random, int number) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> activate(Tier.BASIC, number);
            case 2 -> activate(Tier.PRO, number);
            case 3 -> fail(number);
            case 4 -> recover(number);
            case 5 -> schedule(number);
            case 6 -> withdraw(number);
            default -> cancel(number);
        };
    }
}
