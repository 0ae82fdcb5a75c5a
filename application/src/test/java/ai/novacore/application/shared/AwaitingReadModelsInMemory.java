package ai.novacore.application.shared;

import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class AwaitingReadModelsInMemory extends ReadModelsContract {

    @Override
    protected Following following(Projection projection) {
        InMemoryCommandDispatcher dispatcher = new InMemoryCommandDispatcher();
        return new Following(dispatcher, new InMemoryReadModels(dispatcher::events, projection));
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends ReadModelsContract {
        @Override
        protected Following following(Projection projection) {
            return new Following(new InMemoryCommandDispatcher(), DoingNothing.as(ReadModels.class));
        }
    }
}
