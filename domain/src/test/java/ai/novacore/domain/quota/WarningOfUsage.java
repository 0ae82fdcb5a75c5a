package ai.novacore.domain.quota;

import static ai.novacore.domain.quota.QuotaExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;

import ai.novacore.domain.quota.QuotaCommand.SettleUsage;
import ai.novacore.domain.quota.QuotaEvent.AllowanceChanged;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaEvent.QuotaWarned;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.shared.TurnId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WarningOfUsage {
    private static final TurnId THIRD = new TurnId("trn_3");
    private static final QuotaOpened OPENED = new QuotaOpened(TODAY, NOON, free(50, 1_000));
    private static final UsageReserved RESERVED = new UsageReserved(TODAY, NOON, FIRST, 500, 500);

    private final QuotaDecider decider = new QuotaDecider();

    @Test
    void comesAtEightyPercentAndNotBefore() {
        given(decider, OPENED, RESERVED).when(settle(FIRST, 799)).thenEvents(settled(FIRST, 799));
        given(decider, OPENED, RESERVED)
                .when(settle(FIRST, 800))
                .thenEvents(settled(FIRST, 800), warned(Resource.TOKENS, 80, 800, 1_000));
    }

    @Test
    void comesOnceForEighty() {
        given(
                        decider,
                        OPENED,
                        RESERVED,
                        settled(FIRST, 800),
                        warned(Resource.TOKENS, 80, 800, 1_000),
                        new UsageReserved(TODAY, NOON, SECOND, 100, 100))
                .when(settle(SECOND, 199))
                .thenEvents(settled(SECOND, 199));
    }

    @Test
    void comesAgainWhenAllIsUsed() {
        given(
                        decider,
                        OPENED,
                        RESERVED,
                        settled(FIRST, 800),
                        warned(Resource.TOKENS, 80, 800, 1_000),
                        new UsageReserved(TODAY, NOON, SECOND, 100, 100))
                .when(settle(SECOND, 200))
                .thenEvents(settled(SECOND, 200), warned(Resource.TOKENS, 100, 1_000, 1_000));
    }

    @Test
    void leavesTheEightyOutWhenAllIsUsedAtOnce() {
        given(decider, OPENED, RESERVED)
                .when(settle(FIRST, 1_000))
                .thenEvents(settled(FIRST, 1_000), warned(Resource.TOKENS, 100, 1_000, 1_000));
    }

    @Test
    void countsEachResourceForItself() {
        given(decider, new QuotaOpened(TODAY, NOON, free(1, 1_000)), RESERVED)
                .when(settle(FIRST, 900))
                .thenEvents(
                        settled(FIRST, 900),
                        warned(Resource.TOKENS, 80, 900, 1_000),
                        warned(Resource.MESSAGES, 100, 1, 1));
    }

    @Test
    void startsAnewWithAnotherAllowance() {
        given(
                        decider,
                        OPENED,
                        RESERVED,
                        settled(FIRST, 1_000),
                        warned(Resource.TOKENS, 100, 1_000, 1_000),
                        new AllowanceChanged(TODAY, NOON, free(50, 1_000), free(50, 2_000)),
                        new UsageReserved(TODAY, NOON, SECOND, 500, 500),
                        new UsageReserved(TODAY, NOON, THIRD, 0, 0))
                .when(settle(SECOND, 600))
                .thenEvents(settled(SECOND, 600), warned(Resource.TOKENS, 80, 1_600, 2_000));
    }

    @Test
    void comesForADayThatIsOverNoMore() {
        Instant tomorrow = TODAY.resetsAt();
        given(decider, OPENED, RESERVED)
                .when(new SettleUsage(TODAY, ACTOR, tomorrow, FIRST, "llama3.2", 1_000, 0))
                .thenEvents(new UsageSettled(TODAY, tomorrow, FIRST, "llama3.2", 1_000, 0, 0));
    }

    private static SettleUsage settle(TurnId turn, long tokens) {
        return new SettleUsage(TODAY, ACTOR, NOON, turn, "llama3.2", tokens, 0);
    }

    private static UsageSettled settled(TurnId turn, long tokens) {
        return new UsageSettled(TODAY, NOON, turn, "llama3.2", tokens, 0, 0);
    }

    private static QuotaWarned warned(Resource resource, long percent, long used, long limit) {
        return new QuotaWarned(TODAY, NOON, resource, percent, used, limit);
    }
}
