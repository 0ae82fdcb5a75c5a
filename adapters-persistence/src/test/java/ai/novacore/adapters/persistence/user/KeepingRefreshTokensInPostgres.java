package ai.novacore.adapters.persistence.user;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.user.RefreshTokenStoreContract;
import ai.novacore.application.user.port.out.RefreshTokenStore;
import ai.novacore.application.user.port.out.SessionStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingRefreshTokensInPostgres extends RefreshTokenStoreContract {

    @Override
    protected RefreshTokenStore store() {
        return OnPostgres.bean(RefreshTokenStore.class);
    }

    @Override
    protected SessionStore sessions() {
        return OnPostgres.bean(SessionStore.class);
    }
}
