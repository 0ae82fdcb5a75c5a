package ai.novacore.adapters.persistence.user;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.user.EmailRegistryContract;
import ai.novacore.application.user.port.out.EmailRegistry;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class ClaimingAddressesInPostgres extends EmailRegistryContract {

    @Override
    protected EmailRegistry registry() {
        return OnPostgres.bean(EmailRegistry.class);
    }
}
