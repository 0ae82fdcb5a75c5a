package ai.novacore.adapters.persistence.user;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.user.InvitationStoreContract;
import ai.novacore.application.user.port.out.InvitationStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingInvitationsInPostgres extends InvitationStoreContract {

    @Override
    protected InvitationStore store() {
        return OnPostgres.bean(InvitationStore.class);
    }
}
