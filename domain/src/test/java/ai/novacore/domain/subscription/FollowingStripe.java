package ai.novacore.domain.subscription;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.shared.Tier.BASIC;
import static ai.novacore.domain.shared.Tier.FREE;
import static ai.novacore.domain.shared.Tier.PRO;
import static ai.novacore.domain.subscription.SubscriptionExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@Deciding(SubscriptionCommand.FollowStripe.class)
class FollowingStripe {
    private final SubscriptionDecider decider = new SubscriptionDecider();

    @Test
    void opensTheTierThatIsPaidFor() {
        given(decider)
                .when(follow(1, seen(BASIC, Standing.PAID)))
                .thenEvents(activated(BASIC, 1), changed(FREE, BASIC, 1));
        assertThat(stateAfter())
                .isEqualTo(new Subscription(
                        BASIC,
                        new Billing(BASIC, CUSTOMER, FIRST, PERIOD_END, null, null, false, null, List.of()),
                        false,
                        null,
                        AppliedFacts.NONE));
        assertThat(stateAfter().status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(stateAfter().running()).isEqualTo(FIRST);
    }

    @Test
    void waitsForTheFirstPayment() {
        given(decider).when(follow(1, seen(BASIC, Standing.NOT_STARTED))).thenNothing();
        given(decider).when(follow(1, seen(BASIC, Standing.ENDED))).thenNothing();
        given(decider).when(follow(1)).thenNothing();
    }

    @Test
    void changesNothingWhenNothingChanged() {
        given(decider, basicAnd()).when(follow(2, seen(BASIC, Standing.PAID))).thenNothing();
        given(decider, basicAnd(failed(2)))
                .when(follow(3, seen(BASIC, Standing.OVERDUE)))
                .thenNothing();
        given(decider, basicAnd(scheduled(PERIOD_END, 2)))
                .when(follow(3, ending(BASIC, PERIOD_END)))
                .thenNothing();
        given(decider, basicAnd(paused(2), changed(BASIC, FREE, 2)))
                .when(follow(3, seen(BASIC, Standing.PAUSED)))
                .thenNothing();
    }

    @Test
    void givesAHigherTierAtOnce() {
        given(decider, basicAnd())
                .when(follow(2, seen(PRO, Standing.PAID)))
                .thenEvents(activated(PRO, 2), changed(BASIC, PRO, 2));
    }

    @Test
    void givesAHigherTierOnlyWhenItIsPaidFor() {
        given(decider, basicAnd())
                .when(follow(2, seen(PRO, Standing.OVERDUE)))
                .thenEvents(activated(PRO, 2), failed(2));
        given(decider, basicAnd(activated(PRO, 2), failed(2)))
                .when(follow(3, seen(PRO, Standing.PAID)))
                .thenEvents(recovered(PERIOD_END, 3), changed(BASIC, PRO, 3));
    }

    @Test
    void leavesAHigherTierUntilWhatWasPaidForIsOver() {
        given(decider, running(PRO))
                .when(follow(2, seen(BASIC, Standing.PAID)))
                .thenEvents(activated(BASIC, 2), lowering(BASIC, PERIOD_END, 2));
        given(decider, running(PRO, activated(BASIC, 2), lowering(BASIC, PERIOD_END, 2)))
                .when(follow(3, seen(BASIC, Standing.PAID)))
                .thenNothing();
    }

    @Test
    void takesTheLowerTierWithTheNextPeriod() {
        given(decider, running(PRO, activated(BASIC, 2), lowering(BASIC, PERIOD_END, 2)))
                .when(follow(3, renewed(BASIC, Standing.PAID)))
                .thenEvents(renewal(3), changed(PRO, BASIC, 3));
        given(decider, running(PRO))
                .when(follow(2, renewed(BASIC, Standing.PAID)))
                .thenEvents(activated(BASIC, FIRST, NEXT_PERIOD_END, 2), changed(PRO, BASIC, 2));
    }

    @Test
    void takesTheLowerTierWhenWhatWasPaidForIsOverBeforeAnybodyAsked() {
        Instant late = PERIOD_END;
        assertThat(decider.decide(
                        followAt(late, 2, seen(BASIC, Standing.PAID)),
                        decider.fold(decider.initial(), List.of(running(PRO)))))
                .extracting(Object::getClass)
                .containsExactly(SubscriptionEvent.SubscriptionActivated.class, SubscriptionEvent.TierChanged.class);
    }

    @Test
    void forgetsALowerTierThatIsTakenBack() {
        SubscriptionEvent[] lowered = running(PRO, activated(BASIC, 2), lowering(BASIC, PERIOD_END, 2));

        given(decider, lowered).when(follow(3, seen(PRO, Standing.PAID))).thenEvents(activated(PRO, 3));
        assertThat(decider.fold(decider.fold(decider.initial(), List.of(lowered)), List.of(activated(PRO, 3)))
                        .billing())
                .extracting(Billing::next)
                .isNull();
    }

    @Test
    void notesAnotherPeriod() {
        given(decider, basicAnd())
                .when(follow(2, renewed(BASIC, Standing.PAID)))
                .thenEvents(renewal(2));
        assertThat(stateAfter(renewal(2)).billing())
                .extracting(Billing::periodEnd)
                .isEqualTo(NEXT_PERIOD_END);
    }

    @Test
    void grantsGraceFromTheFirstFailure() {
        given(decider, basicAnd())
                .when(follow(2, seen(BASIC, Standing.OVERDUE)))
                .thenEvents(failed(2));
        given(decider, basicAnd())
                .when(follow(2, renewed(BASIC, Standing.OVERDUE)))
                .thenEvents(renewal(2), failed(2));
        assertThat(stateAfter(failed(2)).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        assertThat(stateAfter(failed(2)).tier()).isEqualTo(BASIC);
    }

    @Test
    void endsTheGraceWithThePayment() {
        given(decider, basicAnd(failed(2)))
                .when(follow(3, renewed(BASIC, Standing.PAID)))
                .thenEvents(recovered(NEXT_PERIOD_END, 3));
        assertThat(stateAfter(failed(2), recovered(NEXT_PERIOD_END, 3)).billing())
                .isEqualTo(Billing.begun(BASIC, CUSTOMER, FIRST, NEXT_PERIOD_END));
    }

    @Test
    void givesTheTierBackWhenThePaymentComesAfterTheGrace() {
        given(decider, basicAnd(failed(2), graceExpired(GRACE_END), changedAt(GRACE_END, BASIC, FREE)))
                .when(follow(3, seen(BASIC, Standing.PAID)))
                .thenEvents(recovered(PERIOD_END, 3), changed(FREE, BASIC, 3));
    }

    @Test
    void givesNothingBackWhileThePaymentIsOverdue() {
        given(decider, basicAnd(failed(2), graceExpired(GRACE_END), changedAt(GRACE_END, BASIC, FREE)))
                .when(follow(3, seen(BASIC, Standing.OVERDUE)))
                .thenNothing();
    }

    @Test
    void servesNothingWhileItIsPaused() {
        given(decider, basicAnd())
                .when(follow(2, seen(BASIC, Standing.PAUSED)))
                .thenEvents(paused(2), changed(BASIC, FREE, 2));
        given(decider, basicAnd(paused(2), changed(BASIC, FREE, 2)))
                .when(follow(3, seen(BASIC, Standing.PAID)))
                .thenEvents(resumed(3), changed(FREE, BASIC, 3));
        assertThat(stateAfter(paused(2)).status()).isEqualTo(SubscriptionStatus.PAUSED);
        assertThat(stateAfter(paused(2), resumed(3)).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void notesAScheduledEndAndThatItIsTakenBack() {
        given(decider, basicAnd()).when(follow(2, ending(BASIC, PERIOD_END))).thenEvents(scheduled(PERIOD_END, 2));
        given(decider, basicAnd(scheduled(PERIOD_END, 2)))
                .when(follow(3, seen(BASIC, Standing.PAID)))
                .thenEvents(withdrawn(3));
        given(decider, basicAnd(scheduled(GRACE_END, 2)))
                .when(follow(3, ending(BASIC, PERIOD_END)))
                .thenEvents(scheduled(PERIOD_END, 3));
        assertThat(stateAfter(scheduled(PERIOD_END, 2)).status()).isEqualTo(SubscriptionStatus.CANCELLING);
        assertThat(stateAfter(scheduled(PERIOD_END, 2), withdrawn(3)).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void takesTheTierAwayWhenItHasEnded() {
        given(decider, basicAnd())
                .when(follow(2, seen(BASIC, Standing.ENDED)))
                .thenEvents(cancelled(2), changed(BASIC, FREE, 2));
        given(decider, basicAnd(failed(2), graceExpired(GRACE_END), changedAt(GRACE_END, BASIC, FREE)))
                .when(follow(3, seen(BASIC, Standing.ENDED)))
                .thenEvents(cancelled(3));
        assertThat(stateAfter(cancelled(2)).status()).isEqualTo(SubscriptionStatus.CANCELLED);
    }

    @Test
    void beginsAnewWithAnotherSubscription() {
        StripeSubscription second = seen(SECOND, PRO, Standing.PAID, NOON, NEXT_PERIOD_END, null);

        given(decider, basicAnd(cancelled(2), changed(BASIC, FREE, 2)))
                .when(follow(3, seen(BASIC, Standing.ENDED), second))
                .thenEvents(activated(PRO, SECOND, NEXT_PERIOD_END, 3), changed(FREE, PRO, 3));
        assertThat(stateAfter(failed(2), scheduled(PERIOD_END, 2), activated(PRO, SECOND, NEXT_PERIOD_END, 3))
                        .billing())
                .isEqualTo(Billing.begun(PRO, CUSTOMER, SECOND, NEXT_PERIOD_END));
    }

    @Test
    void refusesToBelieveThatARunningSubscriptionWasNeverThere() {
        given(decider, basicAnd()).when(follow(2)).thenRejected("subscription_missing");
        given(decider, basicAnd())
                .when(follow(2, seen(SECOND, BASIC, Standing.ENDED, NOON, PERIOD_END, null)))
                .thenRejected("subscription_missing");
    }

    @Test
    void hasASecondSubscriptionEndedOnce() {
        StripeSubscription second = seen(SECOND, BASIC, Standing.PAID, NOON, PERIOD_END, null);

        given(decider, basicAnd())
                .when(follow(2, second, seen(BASIC, Standing.PAID)))
                .thenEvents(duplicate(SECOND, 2));
        given(decider, basicAnd(duplicate(SECOND, 2)))
                .when(follow(3, second, seen(BASIC, Standing.PAID)))
                .thenNothing();
    }

    @Test
    void keepsTheBestOfTwo() {
        StripeSubscription better = seen(SECOND, PRO, Standing.PAID, NOON, PERIOD_END, null);
        StripeSubscription overdue = seen(SECOND, PRO, Standing.OVERDUE, NOON, PERIOD_END, null);

        given(decider, basicAnd())
                .when(follow(2, seen(BASIC, Standing.PAID), better))
                .thenEvents(activated(PRO, SECOND, PERIOD_END, 2), changed(BASIC, PRO, 2), duplicate(FIRST, 2));
        given(decider, basicAnd())
                .when(follow(2, overdue, seen(BASIC, Standing.PAID)))
                .thenEvents(duplicate(SECOND, 2));
    }
}
