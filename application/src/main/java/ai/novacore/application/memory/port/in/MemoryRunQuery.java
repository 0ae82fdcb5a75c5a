package ai.novacore.application.memory.port.in;

import ai.novacore.application.memory.readmodel.MemoryRun;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.UserId;

/** Shows what the workers did to a person's memories. */
public interface MemoryRunQuery {

    /** The runs that changed something, the latest first. */
    Page<MemoryRun> runs(UserId owner, PageRequest page);
}
