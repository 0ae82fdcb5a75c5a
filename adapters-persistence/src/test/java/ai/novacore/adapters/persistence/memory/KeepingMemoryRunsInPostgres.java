package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.memory.MemoryRunStoreContract;
import ai.novacore.application.memory.port.out.MemoryRunStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingMemoryRunsInPostgres extends MemoryRunStoreContract {

    @Override
    protected MemoryRunStore store() {
        return OnPostgres.bean(MemoryRunStore.class);
    }
}
