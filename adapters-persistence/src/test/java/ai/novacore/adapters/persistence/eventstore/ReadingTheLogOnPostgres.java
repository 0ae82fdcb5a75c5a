package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.axon.DomainSerializer;
import ai.novacore.application.shared.EventLogContract;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.EventLog;
import org.junit.jupiter.api.AfterEach;

class ReadingTheLogOnPostgres extends EventLogContract {
    private final TestDatabase database = TestDatabase.fresh();
    private final BackboneOnPostgres node = BackboneOnPostgres.on(database);
    private final EventLog log =
            new EventStoreConfiguration().eventLog(database.dataSource(), new DomainSerializer(node.keys));

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Override
    protected CommandDispatcher commands() {
        return node.commands();
    }

    @Override
    protected EventLog log() {
        return log;
    }
}
