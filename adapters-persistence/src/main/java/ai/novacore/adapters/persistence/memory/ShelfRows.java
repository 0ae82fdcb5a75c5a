package ai.novacore.adapters.persistence.memory;

import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryTier;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface ShelfRows extends CrudRepository<ShelfRow, String> {

    /** How many there are in a tier. */
    record TierCount(MemoryTier tier, long count) {}

    @Query("""
            select row from ShelfRow row
            where row.owner = :owner and row.status = :status and row.tier in :tiers and row.kind in :kinds
            and (row.createdAt, row.id) < (:at, :id)
            order by row.createdAt desc, row.id desc""")
    List<ShelfRow> findPage(
            String owner,
            Collection<MemoryTier> tiers,
            Collection<MemoryKind> kinds,
            Status status,
            Instant at,
            String id,
            Limit limit);

    @Query("""
            select new ai.novacore.adapters.persistence.memory.ShelfRows$TierCount(row.tier, count(row))
            from ShelfRow row where row.owner = :owner and row.status = ACTIVE group by row.tier""")
    List<TierCount> countByTier(String owner);

    @Query("""
            select row.id from ShelfRow row
            where row.owner = :owner and row.status = ACTIVE and row.tier = :tier and row.kind = :kind
            order by row.createdAt, row.id""")
    List<String> findOldest(String owner, MemoryTier tier, MemoryKind kind, Limit limit);

    @Query("select row.id from ShelfRow row where row.owner = :owner and row.id > :after order by row.id")
    List<String> findIds(String owner, String after, Limit limit);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from ShelfRow row where row.owner = :owner")
    void deleteAllBy(String owner);
}
