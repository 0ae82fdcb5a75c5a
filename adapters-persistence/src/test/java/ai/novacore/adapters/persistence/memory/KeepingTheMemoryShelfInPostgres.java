package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.memory.MemoryShelfStoreContract;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingTheMemoryShelfInPostgres extends MemoryShelfStoreContract {

    @Override
    protected MemoryShelfStore store() {
        return OnPostgres.bean(MemoryShelfStore.class);
    }
}
