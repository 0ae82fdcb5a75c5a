package ai.novacore.adapters.persistence.user;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.user.VerificationTokenStoreContract;
import ai.novacore.application.user.port.out.VerificationTokenStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingVerificationTokensInPostgres extends VerificationTokenStoreContract {

    @Override
    protected VerificationTokenStore store() {
        return OnPostgres.bean(VerificationTokenStore.class);
    }
}
