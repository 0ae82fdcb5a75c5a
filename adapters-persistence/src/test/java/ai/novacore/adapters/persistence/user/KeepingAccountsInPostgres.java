package ai.novacore.adapters.persistence.user;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.user.AccountStoreContract;
import ai.novacore.application.user.port.out.AccountStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingAccountsInPostgres extends AccountStoreContract {

    @Override
    protected AccountStore store() {
        return OnPostgres.bean(AccountStore.class);
    }
}
