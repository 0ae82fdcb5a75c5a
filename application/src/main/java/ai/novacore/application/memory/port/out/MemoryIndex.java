package ai.novacore.application.memory.port.out;

import ai.novacore.application.memory.Embedding;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds memories by words, by meaning, by what was said around them and by time. Derived: it can be dropped and built again
 * from the events. Each person's memories are searched apart from everybody else's.
 */
public interface MemoryIndex {

    /**
     * What is indexed.
     *
     * @param text what is found by its words; never empty
     * @param embedding what is found by its meaning
     * @param importance from 0 to 1
     * @param occurredAt when it was said or happened
     * @param thread what it was said in; memories of one thread that follow each other by {@code occurredAt}, and then by
     *     when they were put in first, are neighbours. Absent for what stands alone
     */
    record Entry(
            MemoryId id,
            UserId owner,
            MemoryTier tier,
            String text,
            Embedding embedding,
            double importance,
            Instant occurredAt,
            @Nullable String thread) {}

    /**
     * What is looked for.
     *
     * @param tier only in this tier; in all when absent
     * @param limit how many hits at the most
     * @param now when it is asked, which "yesterday" and "lately" go by
     */
    record Query(
            UserId owner,
            String text,
            Embedding embedding,
            @Nullable MemoryTier tier,
            int limit,
            Instant now) {}

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

    /**
     * Takes it out of every search and keeps nothing of what it says. Nothing to do when it is not there. It comes back by
     * {@link #put}, and then has the place among its neighbours that it had before.
     */
    void hide(MemoryId id);

    /** What was hidden under an id, with empty text and an embedding of no model and no numbers. */
    Optional<Entry> hidden(MemoryId id);

    /** Removes it with its place, also when it is hidden. Nothing to do when it is not there. */
    void remove(MemoryId id);

    /**
     * What fits, best first; ties by id, so that the same search gives the same order. Of memories that say the same, all
     * but the best get half of their score.
     */
    List<Hit> search(Query query);

    /** Removes all entries of a person. */
    void removeAll(UserId owner);
}
