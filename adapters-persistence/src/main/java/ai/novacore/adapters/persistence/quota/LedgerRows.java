package ai.novacore.adapters.persistence.quota;

import ai.novacore.application.quota.readmodel.DailyUsage;
import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface LedgerRows extends CrudRepository<LedgerRow, String> {

    @Query("""
            select row from LedgerRow row
            where row.user = :user and row.at >= :from and row.at < :to and (row.at, row.id) < (:at, :id)
            order by row.at desc, row.id desc""")
    List<LedgerRow> findPage(String user, Instant from, Instant to, Instant at, String id, Limit limit);

    @Query("""
            select new ai.novacore.application.quota.readmodel.DailyUsage(
                cast(function('timezone', 'UTC', row.at) as LocalDate) as day,
                sum(row.inputTokens), sum(row.outputTokens), count(row))
            from LedgerRow row
            where row.user = :user and row.at >= :from and row.at < :to and row.kind = SETTLED
            group by day order by day""")
    List<DailyUsage> sumByDay(String user, Instant from, Instant to);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from LedgerRow row where row.user = :user")
    void deleteAllOf(String user);
}
