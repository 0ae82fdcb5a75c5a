package ai.novacore.application.user;

import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import ai.novacore.application.user.port.out.VerificationTokenStore;
import org.junit.jupiter.api.Test;

class KeepingVerificationTokensInMemory extends VerificationTokenStoreContract {
    private final VerificationTokenStore store = new InMemoryVerificationTokens();

    @Override
    protected VerificationTokenStore store() {
        return store;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends VerificationTokenStoreContract {
        private final VerificationTokenStore store = DoingNothing.as(VerificationTokenStore.class);

        @Override
        protected VerificationTokenStore store() {
            return store;
        }
    }
}
