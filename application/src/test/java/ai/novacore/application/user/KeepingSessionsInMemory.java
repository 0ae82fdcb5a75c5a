package ai.novacore.application.user;

import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.SessionStore;
import org.junit.jupiter.api.Test;

class KeepingSessionsInMemory extends SessionStoreContract {
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final SessionStore store = new InMemorySessions(accounts);

    @Override
    protected SessionStore store() {
        return store;
    }

    @Override
    protected AccountStore accounts() {
        return accounts;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends SessionStoreContract {
        private final SessionStore store = DoingNothing.as(SessionStore.class);

        @Override
        protected SessionStore store() {
            return store;
        }

        @Override
        protected AccountStore accounts() {
            return new InMemoryAccounts();
        }
    }
}
