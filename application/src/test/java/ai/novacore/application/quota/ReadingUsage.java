package ai.novacore.application.quota;

import static ai.novacore.application.quota.TierExamples.LIMITS;
import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ai.novacore.application.quota.port.in.UsageQuery.QuotaView;
import ai.novacore.application.quota.port.in.UsageQuery.Resource;
import ai.novacore.application.quota.readmodel.DailyUsage;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.quota.readmodel.QuotaUsage;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingUsage {
    private static final UserId ADA = new UserId("usr_ada");

    private final ManualClock clock = new ManualClock();
    private final UsageStores stores = new UsageStores();
    private final UsageReader reader =
            new UsageReader(stores.quotas, stores.ledger, stores.accounts, stores.shelf, LIMITS, clock);

    @Test
    void showsTheDayAsItStands() {
        stores.tier = Tier.FREE;
        stores.counts = Map.of(MemoryTier.STM, 3L, MemoryTier.ITM, 2L, MemoryTier.LTM, 1L);
        QuotaId today = QuotaId.on(ADA, NOON);
        stores.usages.put(
                today, new QuotaUsage(today, new Allowance(Tier.FREE, 50, 50_000), 1_200, 3, 300, 1, List.of()));

        QuotaView view = reader.quota(ADA);

        assertThat(view.tier()).isEqualTo(Tier.FREE);
        assertThat(view.periodStart()).isEqualTo(Instant.parse("2026-03-14T00:00:00Z"));
        assertThat(view.resetsAt()).isEqualTo(Instant.parse("2026-03-15T00:00:00Z"));
        assertThat(view.resources())
                .containsExactly(
                        entry("tokens", new Resource(50_000, 1_200, 300, 48_500)),
                        entry("messages", new Resource(50, 3, 1, 46)),
                        entry("memories", new Resource(500, 6, 0, 494)));
    }

    @Test
    void showsTheAllowanceOfTheTierBeforeTheFirstTurnOfTheDay() {
        stores.tier = Tier.PRO;
        QuotaId today = QuotaId.on(ADA, NOON);
        stores.usages.put(today, new QuotaUsage(today, new Allowance(Tier.PRO, 1, 1), 1, 1, 0, 0, List.of()));
        clock.advance(Duration.ofHours(12));

        assertThat(reader.quota(ADA).resources())
                .containsExactly(
                        entry("tokens", new Resource(5_000_000, 0, 0, 5_000_000)),
                        entry("messages", new Resource(5_000, 0, 0, 5_000)),
                        entry("memories", new Resource(100_000, 0, 0, 100_000)));
    }

    @Test
    void takesWhoeverHasNoAccountYetForFree() {
        assertThat(reader.quota(ADA).tier()).isEqualTo(Tier.FREE);
    }

    @Test
    void neverShowsANegativeRest() {
        stores.tier = Tier.FREE;
        stores.counts = Map.of(MemoryTier.STM, 501L);
        QuotaId today = QuotaId.on(ADA, NOON);
        stores.usages.put(
                today, new QuotaUsage(today, new Allowance(Tier.FREE, 50, 50_000), 60_000, 60, 0, 0, List.of()));

        assertThat(reader.quota(ADA).resources().values())
                .extracting(Resource::remaining)
                .containsOnly(0L);
    }

    @Test
    void pagesThroughTheLedgerAsAsked() {
        LedgerEntry entry = new LedgerEntry(ADA, NOON, new TurnId("trn_1"), "llama3.2", 1, 2, LedgerEntry.Kind.SETTLED);
        stores.page = new Page<>(List.of(entry), new Cursor(NOON, "trn_1"));
        Instant to = NOON.plusSeconds(1);

        assertThat(reader.ledger(ADA, NOON, to, PageRequest.first(10))).isEqualTo(stores.page);
        assertThat(stores.asked).containsExactly(ADA, NOON, to, PageRequest.first(10));
    }

    @Test
    void showsEachDayAlsoThoseWithoutUse() {
        LocalDate first = LocalDate.of(2026, 2, 28);
        stores.days = List.of(new DailyUsage(first.plusDays(1), 10, 20, 2), new DailyUsage(first.plusDays(3), 1, 2, 1));
        Instant from = Instant.parse("2026-02-28T23:59:59Z");
        Instant to = Instant.parse("2026-03-04T00:00:00Z");

        assertThat(reader.daily(ADA, from, to))
                .containsExactly(
                        DailyUsage.none(first),
                        new DailyUsage(first.plusDays(1), 10, 20, 2),
                        DailyUsage.none(first.plusDays(2)),
                        new DailyUsage(first.plusDays(3), 1, 2, 1));
        assertThat(stores.asked).containsExactly(ADA, from, to);
    }

    @Test
    void showsTheLastDayAsSoonAsAnyOfItIsAskedFor() {
        Instant midnight = Instant.parse("2026-03-04T00:00:00Z");

        assertThat(reader.daily(ADA, midnight, midnight.plusNanos(1)))
                .containsExactly(DailyUsage.none(LocalDate.of(2026, 3, 4)));
        assertThat(reader.daily(ADA, midnight.minusNanos(1), midnight.plusNanos(1)))
                .hasSize(2);
    }
}
