package ai.novacore.application.reflection;

import ai.novacore.application.reflection.port.out.ReflectionStore;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class KeepingReflectionsInMemory extends ReflectionStoreContract {
    private final ReflectionStore store = new InMemoryReflections();

    @Override
    protected ReflectionStore store() {
        return store;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends ReflectionStoreContract {
        private final ReflectionStore store = DoingNothing.as(ReflectionStore.class);

        @Override
        protected ReflectionStore store() {
            return store;
        }
    }
}
