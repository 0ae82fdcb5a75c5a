package ai.novacore.application.quota;

import ai.novacore.application.quota.port.out.UsageLedgerStore;
import ai.novacore.application.quota.readmodel.DailyUsage;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.testing.Paging;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ledger in memory. */
public final class InMemoryUsageLedger implements UsageLedgerStore {
    private final Map<TurnId, LedgerEntry> entries = new ConcurrentHashMap<>();

    @Override
    public void add(LedgerEntry entry) {
        entries.putIfAbsent(entry.turn(), entry);
    }

    @Override
    public Page<LedgerEntry> list(UserId user, @Nullable Instant from, @Nullable Instant to, PageRequest page) {
        Stream<LedgerEntry> found = entries.values().stream()
                .filter(entry -> entry.user().equals(user))
                .filter(entry -> from == null || !entry.at().isBefore(from))
                .filter(entry -> to == null || entry.at().isBefore(to));
        return Paging.page(found, entry -> new Cursor(entry.at(), entry.turn().value()), page);
    }

    @Override
    public List<DailyUsage> daily(UserId user, Instant from, Instant to) {
        Map<LocalDate, DailyUsage> days = new TreeMap<>();
        entries.values().stream()
                .filter(entry -> entry.user().equals(user) && entry.kind() == LedgerEntry.Kind.SETTLED)
                .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to))
                .map(entry -> new DailyUsage(
                        LocalDate.ofInstant(entry.at(), ZoneOffset.UTC), entry.inputTokens(), entry.outputTokens(), 1))
                .forEach(entry -> days.merge(entry.day(), entry, InMemoryUsageLedger::sum));
        return List.copyOf(days.values());
    }

    private static DailyUsage sum(DailyUsage one, DailyUsage other) {
        return new DailyUsage(
                one.day(),
                one.inputTokens() + other.inputTokens(),
                one.outputTokens() + other.outputTokens(),
                one.turns() + other.turns());
    }

    @Override
    public void removeAll(UserId user) {
        entries.values().removeIf(entry -> entry.user().equals(user));
    }
}
