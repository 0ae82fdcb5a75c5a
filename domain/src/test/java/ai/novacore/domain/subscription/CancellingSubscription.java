package ai.novacore.domain.subscription;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.shared.Tier.BASIC;
import static ai.novacore.domain.shared.Tier.FREE;
import static ai.novacore.domain.shared.Tier.PRO;
import static ai.novacore.domain.subscription.SubscriptionExamples.*;

import ai.novacore.domain.shared.Deciding;
import org.junit.jupiter.api.Test;

@Deciding(SubscriptionCommand.CancelSubscription.class)
class CancellingSubscription {
    private final SubscriptionDecider decider = new SubscriptionDecider();

    @Test
    void takesTheTierAway() {
        given(decider, basicAnd()).when(cancel(2)).thenEvents(cancelled(2), changed(BASIC, FREE, 2));
    }

    @Test
    void leavesTheTierThatIsGoneAlready() {
        given(decider, basicAnd(failed(2), graceExpired(GRACE_END), changedAt(GRACE_END, BASIC, FREE)))
                .when(cancel(3))
                .thenEvents(cancelled(3));
    }

    @Test
    void takesAwayATierThatNobodyPaysFor() {
        given(decider, changed(FREE, PRO, 1)).when(cancel(2)).thenEvents(cancelled(2), changed(PRO, FREE, 2));
    }

    @Test
    void happensOnce() {
        given(decider).when(cancel(1)).thenNothing();
        given(decider, basicAnd(cancelled(2), changed(BASIC, FREE, 2)))
                .when(cancel(3))
                .thenNothing();
    }
}
