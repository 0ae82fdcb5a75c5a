package ai.novacore.application.memory.port.in;

import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.UserId;
import java.util.List;

/** Tells how a memory came to be what it is. */
public interface MemoryHistoryQuery {
    /** Of recalls only so many are told, the latest. */
    int MOST_RECALLS = 100;

    /**
     * Something that happened to it.
     *
     * @param sequence its place in the memory's own stream, from 0
     * @param type the event's stored name without its version
     */
    record Step(long sequence, String type, Actor actor, MemoryEvent event) {}

    /**
     * All that happened, oldest first, also to a memory that is forgotten.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found}, also for somebody else's
     */
    List<Step> history(UserId owner, MemoryId id);
}
