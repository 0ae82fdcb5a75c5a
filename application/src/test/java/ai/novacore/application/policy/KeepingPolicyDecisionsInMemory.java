package ai.novacore.application.policy;

import ai.novacore.application.policy.port.out.PolicyDecisionStore;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class KeepingPolicyDecisionsInMemory extends PolicyDecisionStoreContract {
    private final PolicyDecisionStore store = new InMemoryPolicyDecisions();

    @Override
    protected PolicyDecisionStore store() {
        return store;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends PolicyDecisionStoreContract {
        private final PolicyDecisionStore store = DoingNothing.as(PolicyDecisionStore.class);

        @Override
        protected PolicyDecisionStore store() {
            return store;
        }
    }
}
