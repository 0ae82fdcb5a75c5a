package ai.novacore.application.memory;

import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class SearchingMemoriesInMemory extends MemoryIndexContract {
    private final MemoryIndex index = new InMemoryMemoryIndex();

    @Override
    protected MemoryIndex index() {
        return index;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends MemoryIndexContract {
        private final MemoryIndex index = DoingNothing.as(MemoryIndex.class);

        @Override
        protected MemoryIndex index() {
            return index;
        }
    }
}
