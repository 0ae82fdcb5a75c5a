package ai.novacore.application.memory.port.in;

import ai.novacore.application.memory.port.out.MemoryShelfStore.Filter;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and searches a person's own memories. */
public interface MemoryQuery {

    /** A memory that fits a search, with how well, between 0 and 1. */
    record Found(MemoryItem item, double score) {}

    Page<MemoryItem> list(UserId owner, Filter filter, PageRequest page);

    /**
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found}, also for somebody else's
     */
    MemoryItem get(UserId owner, MemoryId id);

    /** The best first. */
    List<Found> search(UserId owner, String text, @Nullable MemoryTier tier, int limit);

    /** How many there are in each tier. */
    Map<MemoryTier, Long> stats(UserId owner);
}
