package ai.novacore.application.memory.port.out;

import ai.novacore.application.memory.Embedding;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds memories by words and by meaning. Derived: it can be dropped and built again from the events. Each person's
 * memories are searched apart from everybody else's.
 */
public interface MemoryIndex {

    /**
     * What is indexed.
     *
     * @param text what is found by its words
     * @param embedding what is found by its meaning
     */
    record Entry(MemoryId id, UserId owner, MemoryTier tier, String text, Embedding embedding) {}

    /**
     * What is looked for.
     *
     * @param tier only in this tier; in all when absent
     * @param limit how many hits at the most
     */
    record Query(
            UserId owner,
            String text,
            Embedding embedding,
            @Nullable MemoryTier tier,
            int limit) {}

    /**
     * A memory that fits.
     *
     * @param score between 0 and 1, higher is better
     */
    record Hit(MemoryId id, MemoryTier tier, double score) {}

    /** Adds or replaces. */
    void put(Entry entry);

    /** What is indexed under an id. */
    Optional<Entry> find(MemoryId id);

    /** Nothing to do when it is not there. */
    void remove(MemoryId id);

    /** What fits, best first; ties by id, so that the same search gives the same order. */
    List<Hit> search(Query query);

    /** Removes all entries of a person. */
    void removeAll(UserId owner);
}
