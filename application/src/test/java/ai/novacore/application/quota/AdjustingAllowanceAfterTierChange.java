package ai.novacore.application.quota;

import static ai.novacore.application.quota.TierExamples.LIMITS;
import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.quota.saga.WhenTierChangedThenAdjustAllowance;
import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.Saga.Step;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaCommand.ChangeAllowance;
import ai.novacore.domain.quota.QuotaEvent.AllowanceChanged;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceExpired;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import ai.novacore.domain.subscription.SubscriptionId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdjustingAllowanceAfterTierChange {
    private static final UserId ADA = new UserId("usr_ada");
    private static final SubscriptionId SUBSCRIPTION = SubscriptionId.of(ADA);
    private static final QuotaId TODAY = QuotaId.on(ADA, NOON);
    private static final Allowance FREE = LIMITS.allowance(Tier.FREE);
    private static final Allowance PRO = LIMITS.allowance(Tier.PRO);
    private static final TierChanged UPGRADED = new TierChanged(SUBSCRIPTION, NOON, ADA, Tier.FREE, Tier.PRO, null);

    private final WhenTierChangedThenAdjustAllowance saga = new WhenTierChangedThenAdjustAllowance(LIMITS);
    private final InMemoryCommandDispatcher dispatcher = new InMemoryCommandDispatcher();

    @Test
    void changesTheAllowanceOfTheDayAndIsOver() {
        dispatcher.given(new QuotaOpened(TODAY, NOON, FREE));

        Step<Void> step = saga.react(UPGRADED, null);
        step.commands().forEach(dispatcher::dispatch);

        assertThat(step.progress()).isNull();
        assertThat(dispatcher.events(TODAY).getLast()).isEqualTo(new AllowanceChanged(TODAY, NOON, FREE, PRO));
    }

    @Test
    void changesItOnceHoweverOftenItIsTold() {
        dispatcher.given(new QuotaOpened(TODAY, NOON, FREE));

        saga.react(UPGRADED, null).commands().forEach(dispatcher::dispatch);
        saga.react(UPGRADED, null).commands().forEach(dispatcher::dispatch);

        assertThat(dispatcher.events(TODAY)).hasSize(2);
    }

    /** The next day may be opened by somebody who has not heard of the change yet. */
    @Test
    void alsoChangesTheNextDayJustBeforeMidnight() {
        Instant midnight = TODAY.resetsAt();
        QuotaId tomorrow = QuotaId.on(ADA, midnight);

        assertThat(changedDays(midnight.minusSeconds(301))).containsExactly(TODAY);
        assertThat(changedDays(midnight.minusSeconds(300))).containsExactly(TODAY, tomorrow);
        assertThat(changedDays(midnight)).containsExactly(tomorrow);
    }

    private List<QuotaId> changedDays(Instant at) {
        TierChanged changed = new TierChanged(SUBSCRIPTION, at, ADA, Tier.FREE, Tier.PRO, null);
        return saga.react(changed, null).commands().stream()
                .map(ChangeAllowance.class::cast)
                .peek(command -> assertThat(command.allowance()).isEqualTo(PRO))
                .map(ChangeAllowance::id)
                .toList();
    }

    @Test
    void followsFromNoOtherEvent() {
        assertThat(saga.react(new GraceExpired(SUBSCRIPTION, NOON, ADA), null)).isEqualTo(Step.end());
    }
}
