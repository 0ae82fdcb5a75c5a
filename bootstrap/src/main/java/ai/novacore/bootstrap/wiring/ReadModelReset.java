package ai.novacore.bootstrap.wiring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Empties the read models and forgets how far they had come, so that they are built again from the first event. */
final class ReadModelReset {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelReset.class);

    private final JdbcClient database;
    private final TransactionOperations transaction;

    ReadModelReset(JdbcClient database, TransactionOperations transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    void reset(List<String> projections) {
        List<@Nullable String> tables = database.sql(
                        "select format('readmodel.%I', table_name) from readmodel.derived_table")
                .query(String.class)
                .list();
        LOG.info("Emptying the read models; they are built again from the events");
        transaction.executeWithoutResult(running -> {
            database.sql("truncate " + String.join(", ", tables)).update();
            forget("delete from eventstore.token where processor_name in (:names)", projections);
            forget("delete from eventstore.dead_letter where processing_group in (:names)", projections);
        });
    }

    private void forget(String sql, List<String> projections) {
        database.sql(sql).param("names", projections).update();
    }
}
