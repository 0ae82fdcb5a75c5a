package ai.novacore.adapters.persistence.quota;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface QuotaUsageRows extends CrudRepository<QuotaUsageRow, String> {

    /** For a change: whoever else changes the same day waits, so that no addition is lost. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select row from QuotaUsageRow row where row.id = :id")
    Optional<QuotaUsageRow> findForChange(String id);

    /** By the order of the bytes, which is that of the index of the key; the day stands at the end of it. */
    @Query("""
            select row.id from QuotaUsageRow row
            where row.id > :after and right(row.id, 10) >= :first
            order by row.id""")
    List<String> idsSince(String first, String after, Limit limit);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from QuotaUsageRow row where row.id between :first and :last")
    void deleteBetween(String first, String last);
}
