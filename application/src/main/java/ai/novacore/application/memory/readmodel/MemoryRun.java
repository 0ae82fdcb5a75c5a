package ai.novacore.application.memory.readmodel;

import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;

/**
 * What a run of a worker changed of a person's memories, counted in memories.
 *
 * @param at when it made its first change of them
 * @param merged memories that took others in
 * @param superseded memories that gave way to others
 * @param expired memories whose time was over
 * @param stored memories that are new
 * @param undone memories of which it was taken back
 */
public record MemoryRun(
        RunId id,
        UserId owner,
        Worker worker,
        Instant at,
        long promoted,
        long merged,
        long superseded,
        long expired,
        long stored,
        long undone) {

    /** Which worker's run it is. */
    public enum Worker {
        REFLECTION,
        DISTILLATION
    }

    /** What was done to a memory. */
    public enum Kind {
        PROMOTED,
        MERGED,
        SUPERSEDED,
        EXPIRED,
        STORED,
        SUPPORTED
    }
}
