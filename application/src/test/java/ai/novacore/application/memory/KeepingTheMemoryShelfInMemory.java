package ai.novacore.application.memory;

import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class KeepingTheMemoryShelfInMemory extends MemoryShelfStoreContract {
    private final MemoryShelfStore store = new InMemoryMemoryShelf();

    @Override
    protected MemoryShelfStore store() {
        return store;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends MemoryShelfStoreContract {
        private final MemoryShelfStore store = DoingNothing.as(MemoryShelfStore.class);

        @Override
        protected MemoryShelfStore store() {
            return store;
        }
    }
}
