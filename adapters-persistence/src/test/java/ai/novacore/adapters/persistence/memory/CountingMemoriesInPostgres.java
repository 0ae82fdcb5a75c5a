package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.memory.MemoryCensusContract;
import ai.novacore.application.memory.port.out.MemoryCensus;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class CountingMemoriesInPostgres extends MemoryCensusContract {

    @Override
    protected MemoryCensus census() {
        return OnPostgres.bean(MemoryCensus.class);
    }

    @Override
    protected MemoryShelfStore shelf() {
        return OnPostgres.bean(MemoryShelfStore.class);
    }
}
