package ai.novacore.domain.subscription;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.subscription.SubscriptionExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WithdrawingCancellation {
    private final SubscriptionDecider decider = new SubscriptionDecider();

    @Test
    void letsTheSubscriptionGoOn() {
        given(decider, basicAnd(scheduled(2))).when(withdraw(3)).thenEvents(withdrawn(3));
        assertThat(stateAfter(scheduled(2), withdrawn(3)).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void isRecordedBeforeTheCancellationThatItWithdrawsArrives() {
        given(decider, basicAnd()).when(withdraw(3)).thenEvents(withdrawn(3));
        given(decider, basicAnd(withdrawn(3))).when(schedule(2)).thenNothing();
    }

    @Test
    void ignoresKnownAndOlderFacts() {
        given(decider, basicAnd(scheduled(2), withdrawn(3))).when(withdraw(3)).thenNothing();
        given(decider, basicAnd(scheduled(4))).when(withdraw(3)).thenNothing();
    }

    @Test
    void changesNothingWhereNothingRuns() {
        given(decider).when(withdraw(1)).thenNothing();
        given(decider, basicAnd(cancelled(2))).when(withdraw(3)).thenNothing();
    }
}
