package ai.novacore.domain.subscription;

import static ai.novacore.domain.subscription.SubscriptionExamples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutClosed;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutStarted;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentActionRequired;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentDisputed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRefunded;
import ai.novacore.domain.subscription.SubscriptionEvent.TrialEnding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldingSubscriptionEvents {
    private static final List<SubscriptionEvent> SAMPLES = List.of(
            new CheckoutStarted(HERS, NOON, ADA, Tier.BASIC, "cs_1", GRACE_END),
            new CheckoutClosed(HERS, NOON, ADA, "cs_1"),
            activated(Tier.BASIC, 1),
            renewal(1),
            changed(Tier.FREE, Tier.BASIC, 1),
            lowering(Tier.FREE, PERIOD_END, 1),
            failed(2),
            recovered(PERIOD_END, 3),
            reminded(NOON, 3),
            graceExpired(NOON),
            paused(3),
            resumed(3),
            scheduled(PERIOD_END, 4),
            withdrawn(5),
            cancelled(6),
            duplicate(SECOND, 7),
            new PaymentRefunded(HERS, NOON, ADA, "pi_1", PRICE, true, FIRST, fact(8)),
            new PaymentDisputed(HERS, NOON, ADA, "pi_1", PRICE, FIRST, fact(9)),
            new TrialEnding(HERS, NOON, ADA, PERIOD_END, fact(10)),
            new PaymentActionRequired(HERS, NOON, ADA, PRICE, fact(11)));

    private final SubscriptionDecider decider = new SubscriptionDecider();

    @Test
    void knowsASampleOfEveryEvent() {
        assertThat(SAMPLES.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(SubscriptionEvent.class.getPermittedSubclasses());
    }

    @Test
    void takesEveryEventInEveryState() {
        EnumSet<SubscriptionStatus> met = EnumSet.noneOf(SubscriptionStatus.class);
        for (long seed = 1; seed <= 200; seed++) {
            for (Subscription state : statesOfARandomLife(seed)) {
                met.add(state.status());
                for (SubscriptionEvent event : SAMPLES) {
                    assertThatCode(() -> decider.evolve(state, event))
                            .as("seed %d: %s in %s", seed, event, state)
                            .doesNotThrowAnyException();
                }
            }
        }
        assertThat(met).containsExactly(SubscriptionStatus.values());
    }

    private Set<Subscription> statesOfARandomLife(long seed) {
        List<SubscriptionEvent> events = new ArrayList<>(SAMPLES);
        Collections.shuffle(events, new Random(seed));
        Set<Subscription> states = new LinkedHashSet<>();
        Subscription state = decider.initial();
        states.add(state);
        for (SubscriptionEvent event : events) {
            state = decider.evolve(state, event);
            states.add(state);
        }
        return states;
    }
}
