package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.reflection.ReflectionStoreContract;
import ai.novacore.application.reflection.port.out.ReflectionStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingReflectionsInPostgres extends ReflectionStoreContract {

    @Override
    protected ReflectionStore store() {
        return OnPostgres.bean(ReflectionStore.class);
    }
}
