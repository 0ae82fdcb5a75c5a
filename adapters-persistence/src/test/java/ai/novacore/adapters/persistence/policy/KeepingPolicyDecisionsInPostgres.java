package ai.novacore.adapters.persistence.policy;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.policy.PolicyDecisionStoreContract;
import ai.novacore.application.policy.port.out.PolicyDecisionStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingPolicyDecisionsInPostgres extends PolicyDecisionStoreContract {

    @Override
    protected PolicyDecisionStore store() {
        return OnPostgres.bean(PolicyDecisionStore.class);
    }
}
