package ai.novacore.application.quota;

import static ai.novacore.application.shared.ManualClock.NOON;

import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.quota.port.out.UsageLedgerStore;
import ai.novacore.application.quota.readmodel.DailyUsage;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.quota.readmodel.QuotaUsage;
import ai.novacore.application.quota.readmodel.QuotaUsage.Warning;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores that answer what a test puts into their fields; nothing can be saved through them. */
final class UsageStores {
    final Map<QuotaId, QuotaUsage> usages = new HashMap<>();
    Map<MemoryTier, Long> counts = Map.of();
    Page<LedgerEntry> page = new Page<>(List.of(), null);
    List<DailyUsage> days = List.of();
    List<Object> asked = List.of();

    @Nullable Tier tier;

    final QuotaUsageStore quotas = new QuotaUsageStore() {
        @Override
        public Optional<QuotaUsage> find(QuotaId id) {
            return Optional.ofNullable(usages.get(id));
        }

        @Override
        public List<QuotaId> since(LocalDate first, @Nullable QuotaId after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void saveAllowance(QuotaId id, Allowance allowance) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void reserve(QuotaId id, TurnId turn, long tokens) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void end(QuotaId id, TurnId turn, long usedTokens, long usedMessages) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void warn(QuotaId id, Warning warning) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeAll(UserId user) {
            throw new UnsupportedOperationException();
        }
    };

    final UsageLedgerStore ledger = new UsageLedgerStore() {
        @Override
        public void add(LedgerEntry entry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<LedgerEntry> list(UserId user, @Nullable Instant from, @Nullable Instant to, PageRequest request) {
            asked = Arrays.asList(user, from, to, request);
            return page;
        }

        @Override
        public List<DailyUsage> daily(UserId user, Instant from, Instant to) {
            asked = Arrays.asList(user, from, to);
            return days;
        }

        @Override
        public void removeAll(UserId user) {
            throw new UnsupportedOperationException();
        }
    };

    final AccountStore accounts = new AccountStore() {
        @Override
        public Optional<Account> find(UserId id) {
            return Optional.ofNullable(tier)
                    .map(present -> new Account(
                            id, "ada@example.org", "Ada", null, present, List.of(), Account.Standing.ACTIVE, NOON));
        }

        @Override
        public void save(Account account) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(UserId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(Account.Standing standing) {
            throw new UnsupportedOperationException();
        }
    };

    final MemoryShelfStore shelf = new MemoryShelfStore() {
        @Override
        public List<MemoryItem> findAll(Collection<MemoryId> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<MemoryItem> find(MemoryId id) {
            return Optional.empty();
        }

        @Override
        public void save(MemoryItem item) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(MemoryId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<MemoryItem> list(UserId owner, Filter filter, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<MemoryId> oldest(UserId owner, MemoryTier tier, MemoryKind kind, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<MemoryTier, Long> count(UserId owner) {
            return counts;
        }

        @Override
        public List<MemoryId> ids(UserId owner, @Nullable MemoryId after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeAll(UserId owner) {
            throw new UnsupportedOperationException();
        }
    };
}
