package ai.novacore.adapters.persistence.user;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.user.CredentialStoreContract;
import ai.novacore.application.user.port.out.CredentialStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingCredentialsInPostgres extends CredentialStoreContract {

    @Override
    protected CredentialStore store() {
        return OnPostgres.bean(CredentialStore.class);
    }
}
