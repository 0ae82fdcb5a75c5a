package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.shared.CommandDispatcherContract;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import org.junit.jupiter.api.AfterEach;

class DispatchingOnPostgres extends CommandDispatcherContract {
    private final TestDatabase database = TestDatabase.fresh();
    private final BackboneOnPostgres node = BackboneOnPostgres.on(database);

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Override
    protected CommandDispatcher dispatcher() {
        return node.commands();
    }
}
