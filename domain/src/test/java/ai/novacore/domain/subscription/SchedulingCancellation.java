package ai.novacore.domain.subscription;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.subscription.SubscriptionExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.Tier;
import org.junit.jupiter.api.Test;

class SchedulingCancellation {
    private final SubscriptionDecider decider = new SubscriptionDecider();

    @Test
    void leavesTheTierUntilTheEnd() {
        given(decider, basicAnd()).when(schedule(2)).thenEvents(scheduled(2));

        Subscription state = stateAfter(scheduled(2));
        assertThat(state.status()).isEqualTo(SubscriptionStatus.CANCELLING);
        assertThat(state.tier()).isEqualTo(Tier.BASIC);
        assertThat(state.endsAt()).isEqualTo(PERIOD_END);
    }

    @Test
    void canHappenWhileAPaymentIsOverdue() {
        given(decider, basicAnd(failed(2))).when(schedule(3)).thenEvents(scheduled(3));
        assertThat(stateAfter(failed(2), scheduled(3)).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    }

    @Test
    void ignoresKnownAndOlderFacts() {
        given(decider, basicAnd(scheduled(2))).when(schedule(2)).thenNothing();
        given(decider, basicAnd(withdrawn(3))).when(schedule(2)).thenNothing();
    }

    @Test
    void changesNothingWhereNothingRuns() {
        given(decider).when(schedule(1)).thenNothing();
        given(decider, basicAnd(cancelled(2))).when(schedule(3)).thenNothing();
    }
}
