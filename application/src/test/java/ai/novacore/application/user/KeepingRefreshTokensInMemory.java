package ai.novacore.application.user;

import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import ai.novacore.application.user.port.out.RefreshTokenStore;
import ai.novacore.application.user.port.out.SessionStore;
import org.junit.jupiter.api.Test;

class KeepingRefreshTokensInMemory extends RefreshTokenStoreContract {
    private final RefreshTokenStore store = new InMemoryRefreshTokens();

    @Override
    protected RefreshTokenStore store() {
        return store;
    }

    @Override
    protected SessionStore sessions() {
        return new InMemorySessions(new InMemoryAccounts());
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends RefreshTokenStoreContract {
        private final RefreshTokenStore store = DoingNothing.as(RefreshTokenStore.class);

        @Override
        protected RefreshTokenStore store() {
            return store;
        }

        @Override
        protected SessionStore sessions() {
            return new InMemorySessions(new InMemoryAccounts());
        }
    }
}
