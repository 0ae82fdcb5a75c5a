package ai.novacore.application.quota.port.out;

import ai.novacore.application.quota.readmodel.DailyUsage;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the read model {@link LedgerEntry}. */
public interface UsageLedgerStore {
    /** One entry a turn: nothing to do when the turn has one. */
    void add(LedgerEntry entry);

    /**
     * A person's entries, newest first.
     *
     * @param from the earliest, inclusive; absent for no bound
     * @param to the latest, exclusive; absent for no bound
     */
    Page<LedgerEntry> list(UserId user, @Nullable Instant from, @Nullable Instant to, PageRequest page);

    /**
     * What a person's settled entries add up to by the UTC day of their end, earliest first; days without any are left out.
     *
     * @param from the earliest, inclusive
     * @param to the latest, exclusive
     */
    List<DailyUsage> daily(UserId user, Instant from, Instant to);

    /** Removes all entries of a person. */
    void removeAll(UserId user);
}
