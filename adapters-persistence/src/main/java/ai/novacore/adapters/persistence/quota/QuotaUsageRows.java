package ai.novacore.adapters.persistence.quota;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface QuotaUsageRows extends CrudRepository<QuotaUsageRow, String> {

    /** For a change: whoever else changes the same day waits, so that no addition is lost. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select row from QuotaUsageRow row where row.id = :id")
    Optional<QuotaUsageRow> findForChange(String id);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from QuotaUsageRow row where row.id between :first and :last")
    void deleteBetween(String first, String last);
}
