package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.memory.DistillationRunsContract;
import ai.novacore.application.memory.port.out.DistillationRuns;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingDistillationRunsInPostgres extends DistillationRunsContract {

    @Override
    protected DistillationRuns runs() {
        return OnPostgres.bean(DistillationRuns.class);
    }
}
