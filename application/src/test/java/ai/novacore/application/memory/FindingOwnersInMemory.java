package ai.novacore.application.memory;

import ai.novacore.application.memory.port.out.MemoryOwners;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class FindingOwnersInMemory extends MemoryOwnersContract {
    private final InMemoryMemoryShelf shelf = new InMemoryMemoryShelf();

    @Override
    protected MemoryOwners owners() {
        return shelf::owners;
    }

    @Override
    protected MemoryShelfStore shelf() {
        return shelf;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends MemoryOwnersContract {
        private final MemoryOwners nothing = DoingNothing.as(MemoryOwners.class);

        @Override
        protected MemoryOwners owners() {
            return nothing;
        }

        @Override
        protected MemoryShelfStore shelf() {
            return new InMemoryMemoryShelf();
        }
    }
}
