package ai.novacore.adapters.persistence.conversation;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.conversation.OpenTurnStoreContract;
import ai.novacore.application.conversation.port.out.OpenTurnStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingOpenTurnsInPostgres extends OpenTurnStoreContract {

    @Override
    protected OpenTurnStore store() {
        return OnPostgres.bean(OpenTurnStore.class);
    }
}
