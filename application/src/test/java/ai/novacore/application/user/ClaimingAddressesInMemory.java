package ai.novacore.application.user;

import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import ai.novacore.application.user.port.out.EmailRegistry;
import org.junit.jupiter.api.Test;

class ClaimingAddressesInMemory extends EmailRegistryContract {
    private final EmailRegistry registry = new InMemoryEmailRegistry();

    @Override
    protected EmailRegistry registry() {
        return registry;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends EmailRegistryContract {
        private final EmailRegistry registry = DoingNothing.as(EmailRegistry.class);

        @Override
        protected EmailRegistry registry() {
            return registry;
        }
    }
}
