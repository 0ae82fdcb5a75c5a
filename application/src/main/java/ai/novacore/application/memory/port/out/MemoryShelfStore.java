package ai.novacore.application.memory.port.out;

import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the read model {@link MemoryItem}. */
public interface MemoryShelfStore {
    /** Also finds what is not active. */
    Optional<MemoryItem> find(MemoryId id);

    /** Those of them that are there, also what is not active, in no particular order. */
    List<MemoryItem> findAll(Collection<MemoryId> ids);

    /** Adds or replaces. */
    void save(MemoryItem item);

    /** Nothing to do when it is not there. */
    void remove(MemoryId id);

    /**
     * Which memories are wanted.
     *
     * @param tier only in this tier; in all when absent
     * @param kind only of this kind; of all when absent
     */
    record Filter(@Nullable MemoryTier tier, @Nullable MemoryKind kind, Status status) {
        /** All that count. */
        public static final Filter ACTIVE = new Filter(null, null, Status.ACTIVE);
    }

    /** A person's memories, newest first. */
    Page<MemoryItem> list(UserId owner, Filter filter, PageRequest page);

    /** A person's active memories of one kind in one tier that were stored first, oldest first. */
    List<MemoryId> oldest(UserId owner, MemoryTier tier, MemoryKind kind, int limit);

    /** How many active memories a person has in each tier; all tiers are named. */
    Map<MemoryTier, Long> count(UserId owner);

    /**
     * The ids of a person's memories in their order, also of those that are not active.
     *
     * @param after only those behind it; from the start when absent
     */
    List<MemoryId> ids(UserId owner, @Nullable MemoryId after, int limit);

    /** Removes all memories of a person. */
    void removeAll(UserId owner);
}
