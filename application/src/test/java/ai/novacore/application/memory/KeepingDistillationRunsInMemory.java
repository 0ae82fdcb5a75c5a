package ai.novacore.application.memory;

import ai.novacore.application.memory.port.out.DistillationRuns;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class KeepingDistillationRunsInMemory extends DistillationRunsContract {
    private final InMemoryDistillationRuns runs = new InMemoryDistillationRuns();

    @Override
    protected DistillationRuns runs() {
        return runs;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends DistillationRunsContract {
        private final DistillationRuns nothing = DoingNothing.as(DistillationRuns.class);

        @Override
        protected DistillationRuns runs() {
            return nothing;
        }
    }
}
