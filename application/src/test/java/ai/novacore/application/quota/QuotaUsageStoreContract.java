package ai.novacore.application.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.quota.readmodel.QuotaUsage;
import ai.novacore.application.quota.readmodel.QuotaUsage.Warning;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.quota.Resource;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link QuotaUsageStore} promises. */
public abstract class QuotaUsageStoreContract {
    private static final QuotaId DAY = new QuotaId(new UserId("usr_mira"), LocalDate.parse("2026-11-21"));
    private static final QuotaId NEXT_DAY = new QuotaId(new UserId("usr_mira"), LocalDate.parse("2026-11-22"));
    private static final Allowance FREE = new Allowance(Tier.FREE, 50, 50_000);
    private static final Allowance PRO = new Allowance(Tier.PRO, 5_000, 5_000_000);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final TurnId FIRST = new TurnId("trn_1");
    private static final TurnId SECOND = new TurnId("trn_2");

    /** An empty one; the same one throughout a test. */
    protected abstract QuotaUsageStore store();

    @Test
    void opensADayWithNothingUsed() {
        store().saveAllowance(DAY, FREE);

        assertThat(store().find(DAY)).contains(new QuotaUsage(DAY, FREE, 0, 0, 0, 0, List.of()));
        assertThat(store().find(NEXT_DAY)).isEmpty();
    }

    @Test
    void addsUpWhatIsReservedAndUsed() {
        store().saveAllowance(DAY, FREE);
        store().reserve(DAY, FIRST, 1_000);
        store().reserve(DAY, SECOND, 500);
        assertThat(store().find(DAY)).contains(new QuotaUsage(DAY, FREE, 0, 0, 1_500, 2, List.of()));

        store().end(DAY, FIRST, 700, 1);
        assertThat(store().find(DAY)).contains(new QuotaUsage(DAY, FREE, 700, 1, 500, 1, List.of()));

        store().end(DAY, SECOND, 0, 0);
        assertThat(store().find(DAY)).contains(new QuotaUsage(DAY, FREE, 700, 1, 0, 0, List.of()));
    }

    @Test
    void keepsWhatIsUsedWhenTheAllowanceChanges() {
        store().saveAllowance(DAY, FREE);
        store().reserve(DAY, FIRST, 1_000);
        store().end(DAY, FIRST, 700, 1);
        store().reserve(DAY, SECOND, 500);
        store().saveAllowance(DAY, PRO);

        assertThat(store().find(DAY)).contains(new QuotaUsage(DAY, PRO, 700, 1, 500, 1, List.of()));
    }

    @Test
    void listsDaysInPages() {
        QuotaId others = new QuotaId(new UserId("usr_noor"), NEXT_DAY.day());
        QuotaId before = new QuotaId(new UserId("usr_noor"), DAY.day().minusDays(1));
        List.of(others, NEXT_DAY, before, DAY).forEach(day -> store().saveAllowance(day, FREE));

        assertThat(store().since(DAY.day(), null, 2)).containsExactly(DAY, NEXT_DAY);
        assertThat(store().since(DAY.day(), NEXT_DAY, 2)).containsExactly(others);
        assertThat(store().since(DAY.day(), others, 2)).isEmpty();
        assertThat(store().since(NEXT_DAY.day(), null, 9)).containsExactly(NEXT_DAY, others);
    }

    @Test
    void countsATurnOnceHoweverOftenItIsTold() {
        store().saveAllowance(DAY, FREE);
        store().reserve(DAY, FIRST, 1_000);
        store().reserve(DAY, FIRST, 1_000);
        store().end(DAY, FIRST, 700, 1);
        store().end(DAY, FIRST, 700, 1);
        store().reserve(DAY, FIRST, 1_000);

        assertThat(store().find(DAY)).contains(new QuotaUsage(DAY, FREE, 700, 1, 0, 0, List.of()));
    }

    @Test
    void keepsDaysApart() {
        store().saveAllowance(DAY, FREE);
        store().saveAllowance(NEXT_DAY, FREE);
        store().reserve(DAY, FIRST, 1_000);

        assertThat(store().find(DAY)).contains(new QuotaUsage(DAY, FREE, 0, 0, 1_000, 1, List.of()));
        assertThat(store().find(NEXT_DAY)).contains(new QuotaUsage(NEXT_DAY, FREE, 0, 0, 0, 0, List.of()));
    }

    @Test
    void objectsToAnEndWithoutAReservation() {
        store().saveAllowance(DAY, FREE);
        assertThatIllegalStateException().isThrownBy(() -> store().end(DAY, FIRST, 700, 1));
    }

    @Test
    void leavesOutWhatHappensOnADayThatIsGone() {
        store().saveAllowance(DAY, FREE);
        store().reserve(DAY, FIRST, 1_000);
        store().removeAll(DAY.user());

        store().end(DAY, FIRST, 700, 1);
        store().reserve(DAY, SECOND, 1_000);
        store().warn(DAY, new Warning(Resource.TOKENS, 80, NOON));
        assertThat(store().find(DAY)).isEmpty();

        store().saveAllowance(DAY, FREE);
        assertThat(store().find(DAY)).contains(new QuotaUsage(DAY, FREE, 0, 0, 0, 0, List.of()));
    }

    @Test
    void keepsEachWarningOnceAndTheOldestFirst() {
        Warning messages = new Warning(Resource.MESSAGES, 80, NOON.plusSeconds(1));
        Warning tokens = new Warning(Resource.TOKENS, 80, NOON.plusSeconds(2));
        Warning all = new Warning(Resource.MESSAGES, 100, NOON.plusSeconds(3));
        store().saveAllowance(DAY, FREE);
        List.of(messages, tokens, messages, all, new Warning(Resource.TOKENS, 80, NOON.plusSeconds(9)))
                .forEach(warning -> store().warn(DAY, warning));

        assertThat(store().find(DAY)).contains(new QuotaUsage(DAY, FREE, 0, 0, 0, 0, List.of(messages, tokens, all)));

        store().saveAllowance(DAY, PRO);
        assertThat(store().find(DAY)).contains(new QuotaUsage(DAY, PRO, 0, 0, 0, 0, List.of()));
    }

    @Test
    void removesAllDaysOfAPerson() {
        QuotaId others = new QuotaId(new UserId("usr_mir"), DAY.day());
        store().saveAllowance(DAY, FREE);
        store().saveAllowance(NEXT_DAY, FREE);
        store().saveAllowance(others, FREE);
        store().reserve(DAY, FIRST, 1_000);
        store().removeAll(DAY.user());

        assertThat(store().find(DAY)).isEmpty();
        assertThat(store().find(NEXT_DAY)).isEmpty();
        assertThat(store().find(others)).isPresent();

        store().saveAllowance(DAY, FREE);
        store().reserve(DAY, FIRST, 200);
        assertThat(store().find(DAY)).contains(new QuotaUsage(DAY, FREE, 0, 0, 200, 1, List.of()));
    }
}
