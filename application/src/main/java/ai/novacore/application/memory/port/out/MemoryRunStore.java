package ai.novacore.application.memory.port.out;

import ai.novacore.application.memory.readmodel.MemoryRun;
import ai.novacore.application.memory.readmodel.MemoryRun.Kind;
import ai.novacore.application.memory.readmodel.MemoryRun.Worker;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the read model {@link MemoryRun} with the changes that it counts. */
public interface MemoryRunStore {

    /** A change that a run made. */
    record Change(RunId run, MemoryId memory, UserId owner, Kind kind, Worker worker, Instant at) {}

    /** A memory that a run changed. */
    record Touched(MemoryId memory, UserId owner) {}

    /** Adds a change; one that is there already is not counted again. The first of a run names its worker. */
    void add(Change change);

    /** Notes that what a run did to a memory was taken back. */
    void undone(RunId run, MemoryId memory);

    /** Notes that changes of these kinds were taken back, whatever runs they were of. */
    void undone(MemoryId memory, Collection<Kind> kinds);

    /** The runs that changed something of a person's, the latest first. */
    Page<MemoryRun> list(UserId owner, PageRequest page);

    /** What a run changed of a person's. */
    Optional<MemoryRun> find(RunId run, UserId owner);

    /** Whether a run changed anything of anybody's. */
    boolean exists(RunId run);

    /**
     * The memories that a run changed and of which that was not taken back, in the order of their ids.
     *
     * @param owner only a person's; everybody's when absent
     * @param after only those behind it; from the start when absent
     */
    List<Touched> touched(RunId run, @Nullable UserId owner, @Nullable MemoryId after, int limit);

    /** What runs did to a person's memories and was taken back; memories without any are left out. */
    Map<MemoryId, Set<Kind>> undone(UserId owner);

    /** Removes all that is kept about a person. */
    void removeAll(UserId owner);
}
