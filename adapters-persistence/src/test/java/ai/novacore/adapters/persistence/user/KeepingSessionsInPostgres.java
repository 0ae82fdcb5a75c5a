package ai.novacore.adapters.persistence.user;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.user.SessionStoreContract;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.SessionStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingSessionsInPostgres extends SessionStoreContract {

    @Override
    protected SessionStore store() {
        return OnPostgres.bean(SessionStore.class);
    }

    @Override
    protected AccountStore accounts() {
        return OnPostgres.bean(AccountStore.class);
    }
}
