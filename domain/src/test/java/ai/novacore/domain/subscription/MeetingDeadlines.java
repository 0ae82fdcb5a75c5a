package ai.novacore.domain.subscription;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.shared.Tier.BASIC;
import static ai.novacore.domain.shared.Tier.FREE;
import static ai.novacore.domain.shared.Tier.PRO;
import static ai.novacore.domain.subscription.SubscriptionExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.subscription.SubscriptionCommand.MeetDeadlines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@Deciding(SubscriptionCommand.MeetDeadlines.class)
class MeetingDeadlines {
    private static final Instant THREE_DAYS_LEFT = GRACE_END.minus(Duration.ofDays(3));
    private static final Instant ONE_DAY_LEFT = GRACE_END.minus(Duration.ofDays(1));

    private final SubscriptionDecider decider = new SubscriptionDecider();

    private static MeetDeadlines at(Instant now) {
        return new MeetDeadlines(HERS, STRIPE, now, ADA);
    }

    @Test
    void remindsThreeDaysAndOneDayBeforeTheGraceEnds() {
        given(decider, basicAnd(failed(2)))
                .when(at(THREE_DAYS_LEFT.minusNanos(1)))
                .thenNothing();
        given(decider, basicAnd(failed(2))).when(at(THREE_DAYS_LEFT)).thenEvents(reminded(THREE_DAYS_LEFT, 3));
        given(decider, basicAnd(failed(2), reminded(THREE_DAYS_LEFT, 3)))
                .when(at(ONE_DAY_LEFT.minusNanos(1)))
                .thenNothing();
        given(decider, basicAnd(failed(2), reminded(THREE_DAYS_LEFT, 3)))
                .when(at(ONE_DAY_LEFT))
                .thenEvents(reminded(ONE_DAY_LEFT, 1));
        given(decider, basicAnd(failed(2), reminded(THREE_DAYS_LEFT, 3), reminded(ONE_DAY_LEFT, 1)))
                .when(at(GRACE_END.minusNanos(1)))
                .thenNothing();
    }

    @Test
    void remindsOnceOfTheDayThatIsLeftWhenNothingRanBefore() {
        given(decider, basicAnd(failed(2))).when(at(ONE_DAY_LEFT)).thenEvents(reminded(ONE_DAY_LEFT, 1));
    }

    @Test
    void takesTheTierAwayWhenTheGraceIsOver() {
        given(decider, basicAnd(failed(2)))
                .when(at(GRACE_END))
                .thenEvents(graceExpired(GRACE_END), changedAt(GRACE_END, BASIC, FREE));
        given(decider, basicAnd(failed(2), graceExpired(GRACE_END), changedAt(GRACE_END, BASIC, FREE)))
                .when(at(GRACE_END))
                .thenNothing();
    }

    @Test
    void doesNothingAfterARecovery() {
        given(decider, basicAnd(failed(2), recovered(PERIOD_END, 3)))
                .when(at(GRACE_END))
                .thenNothing();
    }

    @Test
    void changesToTheTierThatWasScheduled() {
        SubscriptionEvent[] lowered = running(PRO, activated(BASIC, 2), lowering(BASIC, PERIOD_END, 2));

        given(decider, lowered).when(at(PERIOD_END.minusNanos(1))).thenNothing();
        given(decider, lowered).when(at(PERIOD_END)).thenEvents(changedAt(PERIOD_END, PRO, BASIC));
        given(
                        decider,
                        running(
                                PRO,
                                activated(BASIC, 2),
                                lowering(BASIC, PERIOD_END, 2),
                                changedAt(PERIOD_END, PRO, BASIC)))
                .when(at(PERIOD_END))
                .thenNothing();
    }

    @Test
    void doesNothingWithoutASubscription() {
        given(decider).when(at(GRACE_END)).thenNothing();
        given(decider, basicAnd(failed(2), cancelled(3), changed(BASIC, FREE, 3)))
                .when(at(GRACE_END))
                .thenNothing();
    }

    @Test
    void knowsWhenTheNextOneIs() {
        assertThat(Deadlines.next(decider.initial())).isEqualTo(Instant.MAX);
        assertThat(Deadlines.next(stateAfter())).isEqualTo(Instant.MAX);
        assertThat(Deadlines.next(stateAfter(failed(2)))).isEqualTo(THREE_DAYS_LEFT);
        assertThat(Deadlines.next(stateAfter(failed(2), reminded(THREE_DAYS_LEFT, 3))))
                .isEqualTo(ONE_DAY_LEFT);
        assertThat(Deadlines.next(stateAfter(failed(2), reminded(ONE_DAY_LEFT, 1))))
                .isEqualTo(GRACE_END);
        assertThat(Deadlines.next(stateAfter(failed(2), graceExpired(GRACE_END), changedAt(GRACE_END, BASIC, FREE))))
                .isEqualTo(Instant.MAX);
        assertThat(Deadlines.next(stateAfter(lowering(FREE, NOON, 2)))).isEqualTo(NOON);
        assertThat(Deadlines.next(stateAfter(lowering(FREE, NOON, 2), failed(2))))
                .isEqualTo(NOON);
        assertThat(Deadlines.next(stateAfter(lowering(FREE, PERIOD_END, 2), failed(2))))
                .isEqualTo(THREE_DAYS_LEFT);
    }

    /** Whoever looks at each deadline, and only then, misses nothing. */
    @Test
    void isEnoughToLookWhenTheNextOneIs() {
        Subscription state = stateAfter(failed(2));
        Instant due = Deadlines.next(state);
        int steps = 0;
        while (!due.equals(Instant.MAX)) {
            List<SubscriptionEvent> events = decider.decide(at(due), state);
            assertThat(events).isNotEmpty();
            state = decider.fold(state, events);
            due = Deadlines.next(state);
            steps++;
        }
        assertThat(steps).isEqualTo(3);
        assertThat(state.tier()).isEqualTo(FREE);
    }
}
