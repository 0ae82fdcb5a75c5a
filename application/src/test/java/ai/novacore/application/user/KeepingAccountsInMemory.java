package ai.novacore.application.user;

import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import ai.novacore.application.user.port.out.AccountStore;
import org.junit.jupiter.api.Test;

class KeepingAccountsInMemory extends AccountStoreContract {
    private final AccountStore store = new InMemoryAccounts();

    @Override
    protected AccountStore store() {
        return store;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends AccountStoreContract {
        private final AccountStore store = DoingNothing.as(AccountStore.class);

        @Override
        protected AccountStore store() {
            return store;
        }
    }
}
