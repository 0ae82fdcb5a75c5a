package ai.novacore.application.memory.port.out;

import ai.novacore.application.memory.Embedding;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds memories by words, by meaning, by what was said around them and by time. Derived: it can be dropped and built again
 * from the events. Each person's memories are searched apart from everybody else's.
 */
public interface MemoryIndex extends MemoryEntries {

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

    /** Fills the entries that are to replace those of an index. */
    interface Refill {
        /** Puts everything in. May take long; the index is searched meanwhile, and changes. */
        void fill(MemoryEntries empty);

        /** Puts in what has changed in the meantime. Nobody changes the index while it does, so it has to be short. */
        void catchUp(MemoryEntries filled);
    }

    /**
     * What fits, best first; ties by id, so that the same search gives the same order. Of memories that say the same, all
     * but the best get a quarter of their score.
     */
    List<Hit> search(Query query);

    /**
     * Replaces all entries at once: searches find the old ones until then, and the new ones from then on. When the refill
     * fails everything stays as it is.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code run_in_progress} while another one is under way
     */
    void replace(Refill refill);
}
