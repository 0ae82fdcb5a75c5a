package ai.novacore.adapters.persistence.replay;

import ai.novacore.adapters.persistence.eventstore.LogReader;
import ai.novacore.adapters.persistence.eventstore.ProcessorClaims;
import ai.novacore.application.backbone.port.out.ReadModelCopies;
import ai.novacore.application.shared.Projection;
import java.time.Clock;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Copies as tables of a schema of their own, which take the place of the others by moving to their schema. */
final class PostgresReadModelCopies implements ReadModelCopies {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LogReader log;
    private final ProcessorClaims claims;
    private final Clock clock;
    private final TableCopies tables;

    PostgresReadModelCopies(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            LogReader log,
            ProcessorClaims claims,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.log = log;
        this.claims = claims;
        this.clock = clock;
        this.tables = new TableCopies(jdbc);
    }

    @Override
    public Set<String> replayable() {
        return DerivedTables.projections();
    }

    @Override
    public Copy begin(Projection projection, String name) {
        String schema = TableCopies.schema(name);
        claims.releaseAll(TableSwap.OWNERS);
        transaction.executeWithoutResult(running -> {
            tables.dropAll();
            tables.make(schema);
        });
        CopyFolding folding = new CopyFolding(projection, schema, jdbc, transaction, log);
        TableSwap swap = new TableSwap(projection.name(), schema, jdbc, transaction, claims, clock);
        return new PostgresCopy(projection.name(), folding, swap, claims, log.count(), () -> tables.drop(schema));
    }
}
