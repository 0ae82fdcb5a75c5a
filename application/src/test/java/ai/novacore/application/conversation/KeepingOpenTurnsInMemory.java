package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.out.OpenTurnStore;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class KeepingOpenTurnsInMemory extends OpenTurnStoreContract {
    private final OpenTurnStore store = new InMemoryOpenTurns();

    @Override
    protected OpenTurnStore store() {
        return store;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends OpenTurnStoreContract {
        private final OpenTurnStore store = DoingNothing.as(OpenTurnStore.class);

        @Override
        protected OpenTurnStore store() {
            return store;
        }
    }
}
