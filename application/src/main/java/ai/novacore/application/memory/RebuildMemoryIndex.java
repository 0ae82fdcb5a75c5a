package ai.novacore.application.memory;

import ai.novacore.application.memory.port.in.RebuildMemoryIndexUseCase;
import ai.novacore.application.memory.port.out.MemoryEntries;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.readmodel.MemoryIndexProjection;
import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.application.shared.port.out.EventLog.Recorded;
import ai.novacore.domain.shared.DomainEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows the whole log into a new index, and then, while the index stands still, what came last once more. */
public final class RebuildMemoryIndex implements RebuildMemoryIndexUseCase {
    /**
     * How far back the second reading begins. A transaction that was open while the log was read may have appended events
     * before those that were seen, by as many as others appended meanwhile. To follow an event twice changes nothing.
     */
    private static final long MAY_BE_LATE = 10_000;

    private static final int PAGE = 500;

    private final EventLog log;
    private final MemoryIndex index;
    private final Embedder embedder;

    public RebuildMemoryIndex(EventLog log, MemoryIndex index, Embedder embedder) {
        this.log = log;
        this.index = index;
        this.embedder = embedder;
    }

    @Override
    public long rebuild() {
        Following following = new Following();
        index.replace(following);
        return following.memories.size();
    }

    private final class Following implements MemoryIndex.Refill {
        private final Set<Object> memories = new HashSet<>();
        private long position = -1;

        @Override
        public void fill(MemoryEntries empty) {
            follow(empty);
        }

        @Override
        public void catchUp(MemoryEntries filled) {
            position = Math.max(-1, position - MAY_BE_LATE);
            follow(filled);
        }

        private void follow(MemoryEntries entries) {
            MemoryIndexProjection projection = new MemoryIndexProjection(entries, index, embedder);
            List<Recorded> page = log.after(position, null, PAGE);
            while (!page.isEmpty()) {
                page.stream()
                        .map(Recorded::event)
                        .filter(event -> projection.concerns(event.getClass()))
                        .forEach(event -> follow(projection, event));
                position = page.getLast().position();
                page = log.after(position, null, PAGE);
            }
        }

        private void follow(MemoryIndexProjection projection, DomainEvent event) {
            projection.project(event);
            memories.add(event.id());
        }
    }
}
