package ai.novacore.adapters.persistence.support;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.support.LookStoreContract;
import ai.novacore.application.support.port.out.LookStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingLooksInPostgres extends LookStoreContract {

    @Override
    protected LookStore store() {
        return OnPostgres.bean(LookStore.class);
    }
}
