package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.shared.Projection;
import ai.novacore.application.shared.ReadModelsContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class AwaitingReadModelsOnPostgres extends ReadModelsContract {
    private final TestDatabase database = TestDatabase.fresh();
    private @Nullable BackboneOnPostgres node;

    @AfterEach
    void close() {
        if (node != null) {
            node.close();
        }
        database.close();
    }

    @Override
    protected Following following(Projection projection) {
        BackboneOnPostgres started = BackboneOnPostgres.on(database, projection);
        node = started;
        return new Following(started.commands(), started.backbone.readModels());
    }
}
