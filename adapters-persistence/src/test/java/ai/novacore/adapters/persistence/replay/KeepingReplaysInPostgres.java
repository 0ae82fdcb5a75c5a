package ai.novacore.adapters.persistence.replay;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.backbone.ReplayStoreContract;
import ai.novacore.application.backbone.port.out.ReplayStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingReplaysInPostgres extends ReplayStoreContract {

    @Override
    protected ReplayStore store() {
        return OnPostgres.bean(ReplayStore.class);
    }
}
