package ai.novacore.application.memory;

import ai.novacore.application.memory.port.out.MemoryCensus;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class CountingMemoriesInMemory extends MemoryCensusContract {
    private final InMemoryMemoryShelf shelf = new InMemoryMemoryShelf();

    @Override
    protected MemoryCensus census() {
        return shelf.census();
    }

    @Override
    protected MemoryShelfStore shelf() {
        return shelf;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends MemoryCensusContract {
        private final MemoryCensus nothing = DoingNothing.as(MemoryCensus.class);

        @Override
        protected MemoryCensus census() {
            return nothing;
        }

        @Override
        protected MemoryShelfStore shelf() {
            return new InMemoryMemoryShelf();
        }
    }
}
