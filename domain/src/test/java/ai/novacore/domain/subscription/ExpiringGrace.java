package ai.novacore.domain.subscription;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.subscription.SubscriptionExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.SubscriptionCommand.ExpireGrace;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceExpired;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExpiringGrace {
    private final SubscriptionDecider decider = new SubscriptionDecider();

    @Test
    void takesTheTierAwayFromTheMomentThatTheGraceEnds() {
        given(decider, basicAnd(failed(2)))
                .when(expire(GRACE_END))
                .thenEvents(
                        new GraceExpired(HERS, GRACE_END, ADA),
                        new TierChanged(HERS, GRACE_END, ADA, Tier.BASIC, Tier.FREE, null));
    }

    @Test
    void waitsUntilTheGraceEnds() {
        given(decider, basicAnd(failed(2)))
                .when(expire(GRACE_END.minusNanos(1)))
                .thenNothing();
    }

    @Test
    void doesNothingAfterARecovery() {
        given(decider, basicAnd(failed(2), recovered(3)))
                .when(expire(GRACE_END))
                .thenNothing();
        given(decider, basicAnd(failed(2), activated(Tier.BASIC, 3)))
                .when(expire(GRACE_END))
                .thenNothing();
    }

    @Test
    void doesNothingWhereNothingIsOverdue() {
        given(decider).when(expire(GRACE_END)).thenNothing();
        given(decider, basicAnd()).when(expire(GRACE_END)).thenNothing();
        given(decider, basicAnd(failed(2), cancelled(3)))
                .when(expire(GRACE_END))
                .thenNothing();
    }

    @Test
    void happensOnce() {
        given(decider, basicAnd(failed(2), graceExpired(), changed(Tier.BASIC, Tier.FREE, null)))
                .when(expire(GRACE_END))
                .thenNothing();
    }

    @Test
    void leavesTheSubscriptionOverdueUntilStripeEndsIt() {
        Subscription state = stateAfter(failed(2), graceExpired(), changed(Tier.BASIC, Tier.FREE, null));

        assertThat(state.status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        assertThat(state.plan()).isEqualTo(Tier.BASIC);
        assertThat(state.tier()).isEqualTo(Tier.FREE);
    }

    private static ExpireGrace expire(Instant now) {
        return new ExpireGrace(HERS, STRIPE, now, ADA);
    }
}
