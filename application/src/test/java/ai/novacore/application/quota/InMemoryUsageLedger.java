package ai.novacore.application.quota;

import ai.novacore.application.quota.port.out.UsageLedgerStore;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.testing.Paging;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.Map;
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
    public void removeAll(UserId user) {
        entries.values().removeIf(entry -> entry.user().equals(user));
    }
}
