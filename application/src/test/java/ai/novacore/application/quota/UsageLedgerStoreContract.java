package ai.novacore.application.quota;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.quota.port.out.UsageLedgerStore;
import ai.novacore.application.quota.readmodel.DailyUsage;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.quota.readmodel.LedgerEntry.Kind;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.testing.AllPages;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link UsageLedgerStore} promises. */
public abstract class UsageLedgerStoreContract {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** An empty one; the same one throughout a test. */
    protected abstract UsageLedgerStore store();

    @Test
    void listsOnePersonsEntriesNewestFirst() {
        LedgerEntry settled = entry("trn_1", 0);
        LedgerEntry released =
                new LedgerEntry(MIRA, NOON.plusSeconds(5), new TurnId("trn_2"), null, 0, 0, Kind.RELEASED);
        store().add(settled);
        store().add(released);
        store().add(new LedgerEntry(
                new UserId("usr_other"), NOON, new TurnId("trn_3"), "llama3.2", 1, 1, Kind.SETTLED));

        assertThat(list(null, null)).containsExactly(released, settled);
    }

    @Test
    void keepsTheFirstEntryOfATurn() {
        store().add(entry("trn_1", 0));
        store().add(new LedgerEntry(MIRA, NOON, new TurnId("trn_1"), null, 0, 0, Kind.RELEASED));

        assertThat(list(null, null)).containsExactly(entry("trn_1", 0));
    }

    @Test
    void includesTheEarlierBoundAndNotTheLater() {
        store().add(entry("trn_1", 0));
        store().add(entry("trn_2", 10));
        store().add(entry("trn_3", 20));

        assertThat(list(NOON.plusSeconds(10), null)).containsExactly(entry("trn_3", 20), entry("trn_2", 10));
        assertThat(list(null, NOON.plusSeconds(10))).containsExactly(entry("trn_1", 0));
        assertThat(list(NOON, NOON.plusSeconds(20))).containsExactly(entry("trn_2", 10), entry("trn_1", 0));
    }

    @Test
    void breaksIntoPagesAlsoWhereTimesAreEqual() {
        store().add(entry("trn_A", 5));
        store().add(entry("trn_a", 5));
        store().add(entry("trn_0", 5));
        store().add(entry("trn_9", 0));
        store().add(entry("trn_1", 9));

        assertThat(AllPages.of(page -> store().list(MIRA, null, null, page), 2))
                .containsExactly(
                        List.of(entry("trn_1", 9), entry("trn_a", 5)),
                        List.of(entry("trn_A", 5), entry("trn_0", 5)),
                        List.of(entry("trn_9", 0)));
    }

    private List<LedgerEntry> list(@Nullable Instant from, @Nullable Instant to) {
        return store().list(MIRA, from, to, PageRequest.first(100)).items();
    }

    private static LedgerEntry entry(String turn, int seconds) {
        return new LedgerEntry(MIRA, NOON.plusSeconds(seconds), new TurnId(turn), "llama3.2", 120, 345, Kind.SETTLED);
    }

    @Test
    void removesAllEntriesOfAPerson() {
        LedgerEntry others =
                new LedgerEntry(new UserId("usr_other"), NOON, new TurnId("trn_3"), "llama3.2", 1, 1, Kind.SETTLED);
        store().add(entry("trn_1", 0));
        store().add(entry("trn_2", 5));
        store().add(others);

        store().removeAll(MIRA);

        assertThat(list(null, null)).isEmpty();
        assertThat(store().list(others.user(), null, null, PageRequest.first(10))
                        .items())
                .containsExactly(others);
    }

    @Test
    void addsUpWhatWasSettledByDaysOfUtc() {
        LocalDate day = LocalDate.of(2026, 11, 21);
        store().add(settledAt("2026-11-20T23:59:59.999Z", "trn_1", 1, 2));
        store().add(settledAt("2026-11-21T00:00:00Z", "trn_2", 10, 20));
        store().add(settledAt("2026-11-21T23:59:59.999Z", "trn_3", 100, 200));
        store().add(settledAt("2026-11-23T12:00:00Z", "trn_4", 3_000_000_000L, 4_000_000_000L));
        store().add(settledAt("2026-11-24T00:00:00Z", "trn_5", 7, 7));
        store().add(new LedgerEntry(MIRA, NOON, new TurnId("trn_6"), null, 0, 0, Kind.RELEASED));
        store().add(new LedgerEntry(
                new UserId("usr_other"), NOON, new TurnId("trn_7"), "llama3.2", 1, 1, Kind.SETTLED));

        assertThat(store().daily(MIRA, Instant.parse("2026-11-20T23:59:59Z"), Instant.parse("2026-11-24T00:00:00Z")))
                .containsExactly(
                        new DailyUsage(day.minusDays(1), 1, 2, 1),
                        new DailyUsage(day, 110, 220, 2),
                        new DailyUsage(day.plusDays(2), 3_000_000_000L, 4_000_000_000L, 1));
        assertThat(store().daily(MIRA, Instant.EPOCH, Instant.parse("2026-11-20T00:00:00Z")))
                .isEmpty();
    }

    private static LedgerEntry settledAt(String moment, String turn, long input, long output) {
        return new LedgerEntry(MIRA, Instant.parse(moment), new TurnId(turn), "llama3.2", input, output, Kind.SETTLED);
    }
}
