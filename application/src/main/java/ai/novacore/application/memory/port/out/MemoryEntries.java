package ai.novacore.application.memory.port.out;

import ai.novacore.application.memory.port.out.MemoryIndex.Entry;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.UserId;
import java.util.Optional;

/** What a {@link MemoryIndex} holds. */
public interface MemoryEntries {

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

    /** Removes all entries of a person. */
    void removeAll(UserId owner);
}
