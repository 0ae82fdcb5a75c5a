package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.memory.MemoryIndexContract;
import ai.novacore.application.memory.port.out.MemoryIndex;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class SearchingMemoriesInPostgres extends MemoryIndexContract {

    @Override
    protected MemoryIndex index() {
        return OnPostgres.bean(MemoryIndex.class);
    }
}
