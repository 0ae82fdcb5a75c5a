package ai.novacore.adapters.persistence.quota;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface QuotaWarningRows extends CrudRepository<QuotaWarningRow, QuotaWarningRow.Occasion> {

    @Query("select row from QuotaWarningRow row where row.key.quota = :quota order by row.at, row.key.percent")
    List<QuotaWarningRow> findAllOf(String quota);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from QuotaWarningRow row where row.key.quota between :first and :last")
    void deleteBetween(String first, String last);
}
