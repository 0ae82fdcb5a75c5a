package ai.novacore.application.memory.port.out;

import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who has memories, and how many there are. */
public interface MemoryCensus {

    /**
     * People with active memories on the shelf, in an order that stays the same.
     *
     * @param after only those behind it; from the start when absent
     */
    List<UserId> after(@Nullable UserId after, int limit);

    /** How many active memories there are in each tier; all tiers are named. */
    Map<MemoryTier, Long> count();
}
