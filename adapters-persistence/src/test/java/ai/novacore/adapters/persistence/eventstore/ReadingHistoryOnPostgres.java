package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.axon.DomainSerializer;
import ai.novacore.application.support.HistoryLogContract;
import ai.novacore.application.support.port.in.HistoryQuery.Kind;
import ai.novacore.application.support.port.out.HistoryLog;
import ai.novacore.domain.shared.DomainEvent;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ReadingHistoryOnPostgres extends HistoryLogContract {
    private final TestDatabase database = TestDatabase.fresh();
    private final BackboneOnPostgres node = BackboneOnPostgres.on(database);
    private final HistoryLog log = new EventStoreConfiguration()
            .historyLog(
                    database.dataSource(),
                    new DomainSerializer(node.keys),
                    new JdbcTransactionManager(database.dataSource()));

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Override
    protected HistoryLog log() {
        return log;
    }

    @Override
    protected void append(DomainEvent event) {
        String stream = event.id().value();
        String type = event.getClass().getEnclosingClass().getSimpleName().replace("Event", "");
        Histories.append(
                node,
                Kind.valueOf(type.toUpperCase(Locale.ROOT)),
                log.lastSequence(stream).map(last -> last + 1).orElse(0L),
                List.of(event));
        node.jdbc.update(
                "update eventstore.event set recorded_at = ? where position = (select max(position) from eventstore.event)",
                Timestamp.from(event.at()));
    }
}
