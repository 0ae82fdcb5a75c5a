package ai.novacore.application.user;

import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import ai.novacore.application.user.port.out.CredentialStore;
import org.junit.jupiter.api.Test;

class KeepingCredentialsInMemory extends CredentialStoreContract {
    private final CredentialStore store = new InMemoryCredentials();

    @Override
    protected CredentialStore store() {
        return store;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends CredentialStoreContract {
        private final CredentialStore store = DoingNothing.as(CredentialStore.class);

        @Override
        protected CredentialStore store() {
            return store;
        }
    }
}
