package ai.novacore.adapters.persistence.subscription;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.subscription.ReconciliationStoreContract;
import ai.novacore.application.subscription.port.out.ReconciliationStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingReconciliationsInPostgres extends ReconciliationStoreContract {

    @Override
    protected ReconciliationStore store() {
        return OnPostgres.bean(ReconciliationStore.class);
    }
}
