package ai.novacore.application.memory.distillation;

import ai.novacore.application.memory.port.in.MemoryRunQuery;
import ai.novacore.application.memory.port.out.MemoryRunStore;
import ai.novacore.application.memory.readmodel.MemoryRun;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.UserId;

/** Reads what the workers did. */
public final class RunReader implements MemoryRunQuery {
    private final MemoryRunStore runs;

    public RunReader(MemoryRunStore runs) {
        this.runs = runs;
    }

    @Override
    public Page<MemoryRun> runs(UserId owner, PageRequest page) {
        return runs.list(owner, page);
    }
}
