package ai.novacore.domain.subscription;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.subscription.SubscriptionExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellingSubscription {
    private final SubscriptionDecider decider = new SubscriptionDecider();

    @Test
    void takesTheTierAway() {
        given(decider, basicAnd()).when(cancel(2)).thenEvents(cancelled(2), changed(Tier.BASIC, Tier.FREE, fact(2)));
        given(decider, basicAnd(scheduled(2)))
                .when(cancel(3))
                .thenEvents(cancelled(3), changed(Tier.BASIC, Tier.FREE, fact(3)));
        given(decider, basicAnd(failed(2)))
                .when(cancel(3))
                .thenEvents(cancelled(3), changed(Tier.BASIC, Tier.FREE, fact(3)));
    }

    @Test
    void keepsTheCustomerForTheNextSubscription() {
        Subscription state = stateAfter(scheduled(2), cancelled(3), changed(Tier.BASIC, Tier.FREE, fact(3)));

        assertThat(state)
                .isEqualTo(new Subscription(
                        Tier.FREE,
                        Tier.FREE,
                        CUSTOMER,
                        FIRST,
                        null,
                        null,
                        null,
                        null,
                        AppliedFacts.NONE.plus(fact(1)).plus(fact(2)).plus(fact(3))));
        assertThat(state.status()).isEqualTo(SubscriptionStatus.CANCELLED);
    }

    @Test
    void hasNoTierToTakeAwayAfterTheGrace() {
        given(decider, basicAnd(failed(2), graceExpired(), changed(Tier.BASIC, Tier.FREE, null)))
                .when(cancel(3))
                .thenEvents(cancelled(3));
    }

    @Test
    void isRecordedBeforeTheActivationArrives() {
        given(decider).when(cancel(2)).thenEvents(cancelled(2));
        given(decider, cancelled(2)).when(activate(Tier.BASIC, 1)).thenNothing();
        assertThat(decider.fold(decider.initial(), List.of(cancelled(2))).status())
                .isEqualTo(SubscriptionStatus.NONE);
    }

    @Test
    void ignoresKnownAndOlderFacts() {
        given(decider, basicAnd(cancelled(2), changed(Tier.BASIC, Tier.FREE, fact(2))))
                .when(cancel(2))
                .thenNothing();
        given(decider, basicAnd(activated(Tier.BASIC, SECOND, NEXT_PERIOD_END, fact(3))))
                .when(cancel(2))
                .thenNothing();
    }
}
