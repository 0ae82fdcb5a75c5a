package ai.novacore.adapters.persistence.quota;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface QuotaReservationRows extends CrudRepository<QuotaReservationRow, QuotaReservationRow.TurnOfDay> {
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from QuotaReservationRow row where row.key.quota between :first and :last")
    void deleteBetween(String first, String last);
}
