package ai.novacore.adapters.persistence.quota;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.quota.UsageLedgerStoreContract;
import ai.novacore.application.quota.port.out.UsageLedgerStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingTheLedgerInPostgres extends UsageLedgerStoreContract {

    @Override
    protected UsageLedgerStore store() {
        return OnPostgres.bean(UsageLedgerStore.class);
    }
}
