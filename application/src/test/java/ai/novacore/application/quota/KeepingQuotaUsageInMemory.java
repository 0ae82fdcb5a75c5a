package ai.novacore.application.quota;

import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class KeepingQuotaUsageInMemory extends QuotaUsageStoreContract {
    private final QuotaUsageStore store = new InMemoryQuotaUsage();

    @Override
    protected QuotaUsageStore store() {
        return store;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends QuotaUsageStoreContract {
        private final QuotaUsageStore store = DoingNothing.as(QuotaUsageStore.class);

        @Override
        protected QuotaUsageStore store() {
            return store;
        }
    }
}
