package ai.novacore.application.quota;

import ai.novacore.application.quota.port.out.UsageLedgerStore;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class KeepingTheLedgerInMemory extends UsageLedgerStoreContract {
    private final UsageLedgerStore store = new InMemoryUsageLedger();

    @Override
    protected UsageLedgerStore store() {
        return store;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends UsageLedgerStoreContract {
        private final UsageLedgerStore store = DoingNothing.as(UsageLedgerStore.class);

        @Override
        protected UsageLedgerStore store() {
            return store;
        }
    }
}
