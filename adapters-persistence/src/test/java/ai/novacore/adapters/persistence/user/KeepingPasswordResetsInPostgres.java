package ai.novacore.adapters.persistence.user;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.user.PasswordResetStoreContract;
import ai.novacore.application.user.port.out.PasswordResetStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingPasswordResetsInPostgres extends PasswordResetStoreContract {

    @Override
    protected PasswordResetStore store() {
        return OnPostgres.bean(PasswordResetStore.class);
    }
}
