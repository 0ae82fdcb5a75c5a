package ai.novacore.application.user;

import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import ai.novacore.application.user.port.out.PasswordResetStore;
import org.junit.jupiter.api.Test;

class KeepingPasswordResetsInMemory extends PasswordResetStoreContract {
    private final PasswordResetStore store = new InMemoryPasswordResets();

    @Override
    protected PasswordResetStore store() {
        return store;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends PasswordResetStoreContract {
        private final PasswordResetStore store = DoingNothing.as(PasswordResetStore.class);

        @Override
        protected PasswordResetStore store() {
            return store;
        }
    }
}
