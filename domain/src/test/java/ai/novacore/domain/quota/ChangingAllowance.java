package ai.novacore.domain.quota;

import static ai.novacore.domain.quota.QuotaExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;

import ai.novacore.domain.quota.QuotaCommand.ChangeAllowance;
import ai.novacore.domain.quota.QuotaCommand.SettleUsage;
import ai.novacore.domain.quota.QuotaEvent.AllowanceChanged;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaEvent.QuotaWarned;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.shared.Deciding;
import org.junit.jupiter.api.Test;

@Deciding(ChangeAllowance.class)
class ChangingAllowance {
    private final QuotaDecider decider = new QuotaDecider();

    @Test
    void replacesTheAllowanceOfTheDay() {
        given(decider, new QuotaOpened(TODAY, NOON, FREE))
                .when(new ChangeAllowance(TODAY, ACTOR, NOON, BASIC))
                .thenEvents(new AllowanceChanged(TODAY, NOON, FREE, BASIC));
    }

    @Test
    void opensTheDayWhenItIsTheFirst() {
        given(decider)
                .when(new ChangeAllowance(TODAY, ACTOR, NOON, BASIC))
                .thenEvents(new QuotaOpened(TODAY, NOON, BASIC));
    }

    @Test
    void toTheSameDoesNothing() {
        given(decider, new QuotaOpened(TODAY, NOON, FREE), new AllowanceChanged(TODAY, NOON, FREE, BASIC))
                .when(new ChangeAllowance(TODAY, ACTOR, NOON, BASIC))
                .thenNothing();
    }

    @Test
    void letsMoreInAfterAnUpgrade() {
        given(
                        decider,
                        new QuotaOpened(TODAY, NOON, free(1, 1_000)),
                        new UsageReserved(TODAY, NOON, FIRST, 500, 500),
                        new AllowanceChanged(TODAY, NOON, free(1, 1_000), free(2, 2_000)))
                .when(reserve(SECOND, 100, 1024))
                .thenEvents(new UsageReserved(TODAY, NOON, SECOND, 100, 900));
    }

    @Test
    void leavesWhatWasAdmittedBeforeADowngrade() {
        given(
                        decider,
                        new QuotaOpened(TODAY, NOON, BASIC),
                        new UsageReserved(TODAY, NOON, FIRST, 30_000, 30_000),
                        new AllowanceChanged(TODAY, NOON, BASIC, FREE))
                .when(new SettleUsage(TODAY, ACTOR, NOON, FIRST, "llama3.2", 30_000, 29_000))
                .thenEvents(
                        new UsageSettled(TODAY, NOON, FIRST, "llama3.2", 30_000, 29_000, 0),
                        new QuotaWarned(TODAY, NOON, Resource.TOKENS, 100, 59_000, 50_000));
    }
}
