package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.memory.MemoryOwnersContract;
import ai.novacore.application.memory.port.out.MemoryOwners;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class FindingOwnersInPostgres extends MemoryOwnersContract {

    @Override
    protected MemoryOwners owners() {
        return OnPostgres.bean(MemoryOwners.class);
    }

    @Override
    protected MemoryShelfStore shelf() {
        return OnPostgres.bean(MemoryShelfStore.class);
    }
}
