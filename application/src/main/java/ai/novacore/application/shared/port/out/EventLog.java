package ai.novacore.application.shared.port.out;

import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.AggregateId;
import ai.novacore.domain.shared.DomainEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log itself, in the order in which events were appended. Of two transactions at the same time the later one may
 * end first; whoever pages on at once can then miss the other's events, so this is for people and not for projections.
 */
public interface EventLog {

    /**
     * An event with its place in the log.
     *
     * @param position grows along the log, with gaps
     * @param sequence its place in its own stream, from 0
     * @param type the stored name and version, which may be older than the event's own
     * @param correlationId the request that caused it
     * @param actor who caused it
     */
    record Recorded(long position, long sequence, String type, String correlationId, Actor actor, DomainEvent event) {}

    /**
     * The events after a position, oldest first.
     *
     * @param correlationId only those of one request; all when absent
     */
    List<Recorded> after(long position, @Nullable String correlationId, int limit);

    /**
     * The events of one aggregate, oldest first.
     *
     * @param fromSequence the first place in the stream that is wanted; 0 for all
     */
    List<Recorded> stream(AggregateId id, long fromSequence, int limit);
}
