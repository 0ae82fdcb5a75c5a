package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class KeepingBillingCustomersInMemory extends BillingCustomersContract {
    private final BillingCustomers customers = new InMemoryBillingCustomers();

    @Override
    protected BillingCustomers customers() {
        return customers;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends BillingCustomersContract {
        private final BillingCustomers customers = DoingNothing.as(BillingCustomers.class);

        @Override
        protected BillingCustomers customers() {
            return customers;
        }
    }
}
