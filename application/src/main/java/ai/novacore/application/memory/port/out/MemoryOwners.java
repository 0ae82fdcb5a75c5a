package ai.novacore.application.memory.port.out;

import ai.novacore.domain.shared.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has memories. */
public interface MemoryOwners {

    /**
     * People with active memories on the shelf, in an order that stays the same.
     *
     * @param after only those behind it; from the start when absent
     */
    List<UserId> after(@Nullable UserId after, int limit);
}
