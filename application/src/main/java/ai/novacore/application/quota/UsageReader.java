package ai.novacore.application.quota;

import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.quota.port.in.UsageQuery;
import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.quota.port.out.UsageLedgerStore;
import ai.novacore.application.quota.readmodel.DailyUsage;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.quota.readmodel.QuotaUsage;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads usage from the read models. A day on which nothing happened yet shows the allowance of the tier. */
public final class UsageReader implements UsageQuery {
    private final QuotaUsageStore quotas;
    private final UsageLedgerStore entries;
    private final AccountStore accounts;
    private final MemoryShelfStore memories;
    private final TierLimits limits;
    private final Clock clock;

    public UsageReader(
            QuotaUsageStore quotas,
            UsageLedgerStore entries,
            AccountStore accounts,
            MemoryShelfStore memories,
            TierLimits limits,
            Clock clock) {
        this.quotas = quotas;
        this.entries = entries;
        this.accounts = accounts;
        this.memories = memories;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public QuotaView quota(UserId user) {
        QuotaId today = QuotaId.on(user, clock.instant());
        Tier tier = accounts.find(user).map(Account::tier).orElse(Tier.FREE);
        QuotaUsage usage = quotas.find(today)
                .orElseGet(() -> new QuotaUsage(today, limits.allowance(tier), 0, 0, 0, 0, List.of()));
        return new QuotaView(tier, today.startsAt(), today.resetsAt(), resources(user, tier, usage), usage.warnings());
    }

    @Override
    public Page<LedgerEntry> ledger(UserId user, @Nullable Instant from, @Nullable Instant to, PageRequest page) {
        return entries.list(user, from, to, page);
    }

    @Override
    public List<DailyUsage> daily(UserId user, Instant from, Instant to) {
        Map<LocalDate, DailyUsage> used =
                entries.daily(user, from, to).stream().collect(Collectors.toMap(DailyUsage::day, Function.identity()));
        return day(from)
                .datesUntil(day(to.minusNanos(1)).plusDays(1))
                .map(day -> used.getOrDefault(day, DailyUsage.none(day)))
                .toList();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private Map<String, Resource> resources(UserId user, Tier tier, QuotaUsage usage) {
        long kept = memories.count(user).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        Map<String, Resource> resources = new LinkedHashMap<>();
        resources.put("tokens", Resource.of(usage.allowance().tokens(), usage.usedTokens(), usage.reservedTokens()));
        resources.put(
                "messages", Resource.of(usage.allowance().messages(), usage.usedMessages(), usage.reservedMessages()));
        resources.put("memories", Resource.of(limits.of(tier).memories(), kept, 0));
        return Collections.unmodifiableMap(resources);
    }
}
