package ai.novacore.application.memory;

import ai.novacore.application.memory.port.out.MemoryRunStore;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class KeepingMemoryRunsInMemory extends MemoryRunStoreContract {
    private final InMemoryMemoryRuns store = new InMemoryMemoryRuns();

    @Override
    protected MemoryRunStore store() {
        return store;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends MemoryRunStoreContract {
        private final MemoryRunStore nothing = DoingNothing.as(MemoryRunStore.class);

        @Override
        protected MemoryRunStore store() {
            return nothing;
        }
    }
}
