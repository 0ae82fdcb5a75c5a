package ai.novacore.domain.subscription;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.subscription.SubscriptionExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.Tier;
import org.junit.jupiter.api.Test;

class RecordingPaymentRecovery {
    private final SubscriptionDecider decider = new SubscriptionDecider();

    @Test
    void endsTheGrace() {
        given(decider, basicAnd(failed(2))).when(recover(3)).thenEvents(recovered(3));

        Subscription state = stateAfter(failed(2), recovered(3));
        assertThat(state.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(state.periodEnd()).isEqualTo(NEXT_PERIOD_END);
    }

    @Test
    void givesTheTierBackAfterTheGrace() {
        given(decider, basicAnd(failed(2), graceExpired(), changed(Tier.BASIC, Tier.FREE, null)))
                .when(recover(3))
                .thenEvents(recovered(3), changed(Tier.FREE, Tier.BASIC, fact(3)));
    }

    @Test
    void leavesAScheduledEndAlone() {
        assertThat(stateAfter(scheduled(2), failed(3), recovered(4)).status()).isEqualTo(SubscriptionStatus.CANCELLING);
    }

    @Test
    void isRecordedBeforeTheFailureThatItEndsArrives() {
        given(decider, basicAnd()).when(recover(3)).thenEvents(recovered(3));
        given(decider, basicAnd(recovered(3))).when(fail(2)).thenNothing();
    }

    @Test
    void ignoresKnownAndOlderFacts() {
        given(decider, basicAnd(failed(2), recovered(3))).when(recover(3)).thenNothing();
        given(decider, basicAnd(failed(4))).when(recover(3)).thenNothing();
    }

    @Test
    void changesNothingWhereNothingRuns() {
        given(decider).when(recover(1)).thenNothing();
        given(decider, basicAnd(cancelled(2))).when(recover(3)).thenNothing();
    }
}
