package ai.novacore.domain.subscription;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.subscription.SubscriptionExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.SubscriptionCommand.RecordPaymentFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordingPaymentFailure {
    private final SubscriptionDecider decider = new SubscriptionDecider();

    @Test
    void leavesTheTierForTheGrace() {
        given(decider, basicAnd()).when(fail(2)).thenEvents(failed(2));

        Subscription state = stateAfter(failed(2));
        assertThat(state.status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        assertThat(state.tier()).isEqualTo(Tier.BASIC);
        assertThat(state.graceUntil()).isEqualTo(GRACE_END);
    }

    @Test
    void canHappenToASubscriptionThatIsAboutToEnd() {
        given(decider, basicAnd(scheduled(2))).when(fail(3)).thenEvents(failed(3));
        assertThat(stateAfter(scheduled(2), failed(3)).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    }

    @Test
    void countsTheGraceFromTheFirstFailure() {
        RecordPaymentFailure again =
                new RecordPaymentFailure(HERS, STRIPE, NOON, ADA, GRACE_END.plus(Duration.ofDays(3)), fact(3));

        given(decider, basicAnd(failed(2))).when(again).thenNothing();
        given(decider, basicAnd(failed(2), graceExpired(), changed(Tier.BASIC, Tier.FREE, null)))
                .when(again)
                .thenNothing();
    }

    @Test
    void beginsANewGraceAfterARecovery() {
        given(decider, basicAnd(failed(2), recovered(3))).when(fail(4)).thenEvents(failed(4));
    }

    @Test
    void ignoresKnownAndOlderFacts() {
        given(decider, basicAnd(failed(2), recovered(4))).when(fail(2)).thenNothing();
        given(decider, basicAnd(recovered(4))).when(fail(3)).thenNothing();
    }

    @Test
    void changesNothingWhereNothingRuns() {
        given(decider).when(fail(1)).thenNothing();
        given(decider, basicAnd(cancelled(2))).when(fail(3)).thenNothing();
    }
}
