package ai.novacore.adapters.persistence.quota;

import ai.novacore.adapters.persistence.Keyset;
import ai.novacore.application.quota.port.out.UsageLedgerStore;
import ai.novacore.application.quota.readmodel.DailyUsage;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JpaUsageLedgerStore implements UsageLedgerStore {
    private final LedgerRows rows;

    JpaUsageLedgerStore(LedgerRows rows) {
        this.rows = rows;
    }

    @Override
    public void add(LedgerEntry entry) {
        if (rows.findById(entry.turn().value()).isEmpty()) {
            rows.save(new LedgerRow(entry));
        }
    }

    @Override
    public Page<LedgerEntry> list(UserId user, @Nullable Instant from, @Nullable Instant to, PageRequest page) {
        Keyset keyset = Keyset.of(page);
        List<LedgerRow> found = rows.findPage(
                user.value(),
                from == null ? Keyset.BEGINNING_OF_TIME : Keyset.within(from),
                to == null ? Keyset.END_OF_TIME : Keyset.within(to),
                keyset.at(),
                keyset.id(),
                keyset.limit());
        return keyset.page(found, LedgerRow::toEntry, LedgerRow::place);
    }

    @Override
    public List<DailyUsage> daily(UserId user, Instant from, Instant to) {
        return rows.sumByDay(user.value(), Keyset.within(from), Keyset.within(to));
    }

    @Override
    public void removeAll(UserId user) {
        rows.deleteAllOf(user.value());
    }
}
