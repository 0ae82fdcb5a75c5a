package ai.novacore.domain.subscription;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.subscription.SubscriptionExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.Tier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivatingTier {
    private final SubscriptionDecider decider = new SubscriptionDecider();

    @Test
    void opensTheTier() {
        given(decider)
                .when(activate(Tier.BASIC, 1))
                .thenEvents(activated(Tier.BASIC, 1), changed(Tier.FREE, Tier.BASIC, fact(1)));
        assertThat(stateAfter())
                .isEqualTo(new Subscription(
                        Tier.BASIC,
                        Tier.BASIC,
                        CUSTOMER,
                        FIRST,
                        PERIOD_END,
                        null,
                        null,
                        null,
                        AppliedFacts.NONE.plus(fact(1))));
        assertThat(stateAfter().status()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void changesFromOnePaidTierToAnother() {
        given(decider, basicAnd())
                .when(activate(Tier.PRO, 2))
                .thenEvents(activated(Tier.PRO, 2), changed(Tier.BASIC, Tier.PRO, fact(2)));
        given(decider, activated(Tier.PRO, 1), changed(Tier.FREE, Tier.PRO, fact(1)))
                .when(activate(Tier.BASIC, 2))
                .thenEvents(activated(Tier.BASIC, 2), changed(Tier.PRO, Tier.BASIC, fact(2)));
    }

    @Test
    void renewsForAnotherPeriod() {
        given(decider, basicAnd())
                .when(activate(Tier.BASIC, FIRST, NEXT_PERIOD_END, fact(2)))
                .thenEvents(activated(Tier.BASIC, FIRST, NEXT_PERIOD_END, fact(2)));
    }

    @Test
    void isRecordedEvenWhenItChangesNothingSoThatOlderFactsAreKnownToBeLate() {
        given(decider, basicAnd()).when(activate(Tier.BASIC, 3)).thenEvents(activated(Tier.BASIC, 3));
        given(decider, basicAnd(activated(Tier.BASIC, 3))).when(fail(2)).thenNothing();
    }

    @Test
    void happensOnceAFact() {
        given(decider, basicAnd()).when(activate(Tier.BASIC, 1)).thenNothing();
        given(decider, basicAnd()).when(activate(Tier.PRO, 1)).thenNothing();
    }

    @Test
    void ignoresOlderFacts() {
        given(decider, activated(Tier.PRO, 2), changed(Tier.FREE, Tier.PRO, fact(2)))
                .when(activate(Tier.BASIC, 1))
                .thenNothing();
    }

    @Test
    void appliesAnotherFactOfTheSameMoment() {
        StripeCause twin = new StripeCause("evt_twin", fact(1).createdAt());

        given(decider, basicAnd())
                .when(activate(Tier.PRO, FIRST, PERIOD_END, twin))
                .thenEvents(activated(Tier.PRO, FIRST, PERIOD_END, twin), changed(Tier.BASIC, Tier.PRO, twin));
    }

    @Test
    void knowsTheAgeOfFactsThatItHasForgotten() {
        List<SubscriptionEvent> renewals = new ArrayList<>();
        for (int number = 1; number <= AppliedFacts.REMEMBERED + 50; number++) {
            renewals.add(activated(Tier.BASIC, number));
        }
        Subscription state = decider.fold(decider.initial(), renewals);

        assertThat(state.facts().eventIds())
                .hasSize(AppliedFacts.REMEMBERED)
                .startsWith("evt_51")
                .endsWith("evt_250");
        assertThat(decider.decide(activate(Tier.PRO, 1), state)).isEmpty();
    }

    @Test
    void endsAnOverduePayment() {
        given(decider, basicAnd(failed(2))).when(activate(Tier.BASIC, 3)).thenEvents(activated(Tier.BASIC, 3));
        assertThat(stateAfter(failed(2), activated(Tier.BASIC, 3)).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void givesTheTierBackAfterTheGrace() {
        given(decider, basicAnd(failed(2), graceExpired(), changed(Tier.BASIC, Tier.FREE, null)))
                .when(activate(Tier.BASIC, 3))
                .thenEvents(activated(Tier.BASIC, 3), changed(Tier.FREE, Tier.BASIC, fact(3)));
    }

    @Test
    void beginsAnewAfterTheEnd() {
        given(decider, basicAnd(cancelled(2), changed(Tier.BASIC, Tier.FREE, fact(2))))
                .when(activate(Tier.PRO, SECOND, NEXT_PERIOD_END, fact(3)))
                .thenEvents(
                        activated(Tier.PRO, SECOND, NEXT_PERIOD_END, fact(3)), changed(Tier.FREE, Tier.PRO, fact(3)));
    }

    @Test
    void leavesAScheduledEndOfTheSameSubscriptionAlone() {
        assertThat(stateAfter(scheduled(2), activated(Tier.PRO, 3)).endsAt()).isEqualTo(PERIOD_END);
        assertThat(stateAfter(scheduled(2), activated(Tier.PRO, SECOND, NEXT_PERIOD_END, fact(3)))
                        .endsAt())
                .isNull();
    }

    @Test
    void isNotForTheFreeTier() {
        given(decider).when(activate(Tier.FREE, 1)).thenRejected("tier_not_for_sale");
    }
}
