package ai.novacore.adapters.persistence.subscription;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.adapters.persistence.JsonColumn;
import ai.novacore.application.subscription.port.out.ReconciliationStore;
import ai.novacore.application.subscription.readmodel.Reconciliation;
import ai.novacore.application.subscription.readmodel.Reconciliation.Difference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcReconciliationStore implements ReconciliationStore {
    private static final DifferencesColumn DIFFERENCES = new DifferencesColumn();

    private final JdbcClient jdbc;

    JdbcReconciliationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The stored names. */
    record StoredDifference(@Nullable String user, String customer, List<String> found) {}

    private static final class DifferencesColumn extends JsonColumn<Difference, StoredDifference> {
        DifferencesColumn() {
            super(StoredDifference.class);
        }

        @Override
        protected StoredDifference toStored(Difference item) {
            return new StoredDifference(item.user(), item.customer(), item.found());
        }

        @Override
        protected Difference fromStored(StoredDifference stored) {
            return new Difference(stored.user(), stored.customer(), stored.found());
        }
    }

    @Override
    public void add(Reconciliation run, int keep) {
        jdbc.sql("""
                insert into account.billing_reconciliation
                    (id, started_at, ended_at, checked, differing, differences, failure)
                values (:id, :started, :ended, :checked, :differing, :differences, :failure)
                on conflict do nothing""")
                .param("id", run.id())
                .param("started", Columns.parameter(run.startedAt()))
                .param("ended", Columns.parameter(run.endedAt()))
                .param("checked", run.checked())
                .param("differing", run.differing())
                .param("differences", DIFFERENCES.convertToDatabaseColumn(run.differences()))
                .param("failure", Columns.textOrNull(run.failure()))
                .update();
        jdbc.sql("""
                delete from account.billing_reconciliation where id not in (
                    select id from account.billing_reconciliation order by started_at desc, id desc limit :keep)""").param("keep", keep).update();
    }

    @Override
    public List<Reconciliation> newest(int limit) {
        return jdbc.sql("select * from account.billing_reconciliation order by started_at desc, id desc limit :limit")
                .param("limit", limit)
                .query(JdbcReconciliationStore::read)
                .list();
    }

    private static Reconciliation read(ResultSet row, int number) throws SQLException {
        return new Reconciliation(
                row.getString("id"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                row.getLong("checked"),
                row.getLong("differing"),
                DIFFERENCES.convertToEntityAttribute(row.getString("differences")),
                row.getString("failure"));
    }
}
