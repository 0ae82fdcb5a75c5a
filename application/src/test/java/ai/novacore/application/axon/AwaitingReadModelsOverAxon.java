package ai.novacore.application.axon;

import ai.novacore.application.shared.Projection;
import ai.novacore.application.shared.ReadModelsContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class AwaitingReadModelsOverAxon extends ReadModelsContract {
    private @Nullable InMemoryBackbone node;

    @AfterEach
    void close() {
        if (node != null) {
            node.close();
        }
    }

    @Override
    protected Following following(Projection projection) {
        InMemoryBackbone started = InMemoryBackbone.with(projection);
        node = started;
        return new Following(started.commands(), started.readModels());
    }
}
