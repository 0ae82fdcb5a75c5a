package ai.novacore.application.quota;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.quota.readmodel.LedgerEntry.Kind;
import ai.novacore.application.quota.readmodel.QuotaUsage;
import ai.novacore.application.quota.readmodel.QuotaUsage.Warning;
import ai.novacore.application.quota.readmodel.QuotaUsageProjection;
import ai.novacore.application.quota.readmodel.UsageLedgerProjection;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.testing.Folding;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.quota.QuotaEvent.AllowanceChanged;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaEvent.QuotaWarned;
import ai.novacore.domain.quota.QuotaEvent.UsageReleased;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.quota.Resource;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FoldingUsage {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final Instant T0 = Instant.parse("2026-11-21T08:00:00Z");
    private static final QuotaId DAY = QuotaId.on(MIRA, T0);
    private static final Allowance FREE = new Allowance(Tier.FREE, 50, 50_000);
    private static final Allowance PRO = new Allowance(Tier.PRO, 5_000, 5_000_000);
    private static final TurnId SETTLED = new TurnId("trn_1");
    private static final TurnId RELEASED = new TurnId("trn_2");
    private static final TurnId OPEN = new TurnId("trn_3");

    private static final List<QuotaEvent> EVENTS = List.of(
            new QuotaOpened(DAY, T0, FREE),
            new UsageReserved(DAY, T0, SETTLED, 100, 1_000),
            new UsageReserved(DAY, T0, RELEASED, 200, 1_000),
            new UsageReserved(DAY, T0, OPEN, 300, 1_000),
            new AllowanceChanged(DAY, T0, FREE, PRO),
            new UsageSettled(DAY, T0.plusSeconds(3), SETTLED, "llama3.2", 90, 400, 7),
            new UsageReleased(DAY, T0.plusSeconds(4), RELEASED, 200, 1_000, "model_failed"));

    private final InMemoryQuotaUsage usage = new InMemoryQuotaUsage();
    private final InMemoryUsageLedger ledger = new InMemoryUsageLedger();
    private final QuotaUsageProjection usageProjection = new QuotaUsageProjection(usage);
    private final UsageLedgerProjection ledgerProjection = new UsageLedgerProjection(ledger);

    @Test
    void hasStableNames() {
        assertThat(usageProjection.name()).isEqualTo("quota-usage");
        assertThat(ledgerProjection.name()).isEqualTo("usage-ledger");
    }

    @ParameterizedTest
    @EnumSource
    void addsUpTheDay(Folding folding) {
        folding.into(usageProjection, EVENTS);

        assertThat(usage.find(DAY)).contains(new QuotaUsage(DAY, PRO, 490, 1, 1_300, 1, List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void writesTheLedger(Folding folding) {
        folding.into(ledgerProjection, EVENTS);

        assertThat(ledger.list(MIRA, null, null, PageRequest.first(10)).items())
                .containsExactly(
                        new LedgerEntry(MIRA, T0.plusSeconds(4), RELEASED, null, 0, 0, Kind.RELEASED),
                        new LedgerEntry(MIRA, T0.plusSeconds(3), SETTLED, "llama3.2", 90, 400, Kind.SETTLED));
    }

    @ParameterizedTest
    @EnumSource
    void keepsNothingOnceTheAccountIsGone(Folding folding) {
        List<DomainEvent> events = new ArrayList<>(EVENTS);
        events.add(new UserErased(MIRA, T0.plusSeconds(9)));
        folding.into(usageProjection, events);
        folding.into(ledgerProjection, events);

        assertThat(usage.find(DAY)).isEmpty();
        assertThat(ledger.list(MIRA, null, null, PageRequest.first(10)).items()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void showsTheWarningsOfTheAllowanceThatHolds(Folding folding) {
        List<QuotaEvent> events = new ArrayList<>();
        events.add(new QuotaOpened(DAY, T0, FREE));
        events.add(new QuotaWarned(DAY, T0, Resource.TOKENS, 80, 40_000, 50_000));
        events.add(new AllowanceChanged(DAY, T0, FREE, PRO));
        events.add(new QuotaWarned(DAY, T0.plusSeconds(1), Resource.MESSAGES, 80, 4_000, 5_000));
        folding.into(usageProjection, events);

        assertThat(usage.find(DAY))
                .contains(new QuotaUsage(
                        DAY, PRO, 0, 0, 0, 0, List.of(new Warning(Resource.MESSAGES, 80, T0.plusSeconds(1)))));
    }

    @Test
    void leavesOutWhatComesAfterTheAccountIsGone() {
        Folding.ONCE.into(usageProjection, EVENTS);
        usageProjection.project(new UserErased(MIRA, T0));
        usageProjection.project(new UsageSettled(DAY, T0, OPEN, "llama3.2", 300, 10, 0));
        usageProjection.project(new QuotaWarned(DAY, T0, Resource.TOKENS, 80, 40_000, 50_000));

        assertThat(usage.find(DAY)).isEmpty();
    }

    @Test
    void comesToTheSameInBoth() {
        Folding.ONCE.into(usageProjection, EVENTS);
        Folding.ONCE.into(ledgerProjection, EVENTS);

        long charged = ledger.list(MIRA, null, null, PageRequest.first(10)).items().stream()
                .mapToLong(entry -> entry.inputTokens() + entry.outputTokens())
                .sum();
        assertThat(usage.find(DAY)).get().extracting(QuotaUsage::usedTokens).isEqualTo(charged);
    }
}
