package ai.novacore.application.support.port.out;

import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The log as history: by stream and by person, with events of every age. Only reads, and what can't be read any more does
 * not keep the rest from being read.
 */
public interface HistoryLog {

    /**
     * An event as it stands in the log.
     *
     * @param position grows along the log, with gaps
     * @param stream the id of the aggregate
     * @param streamType the kind of the aggregate, such as {@code memory}
     * @param sequence its place in its own stream, from 0
     * @param type the stored name and version
     * @param correlationId the request that caused it
     * @param causationId the message that caused it directly; absent when none is known
     * @param stored the payload as it stands in the log, which is JSON
     * @param event the event as today's program understands it, by way of the upcasters; absent when it does not
     */
    record Entry(
            long position,
            String stream,
            String streamType,
            long sequence,
            String eventId,
            String type,
            Instant recordedAt,
            String correlationId,
            @Nullable String causationId,
            Actor actor,
            String stored,
            @Nullable DomainEvent event) {

        /** When it happened; when it was recorded, for an event that is not understood. */
        public Instant at() {
            return event == null ? recordedAt : event.at();
        }
    }

    /**
     * A state that was kept, to start from.
     *
     * @param sequence the event that it is the state after
     */
    record Kept(long sequence, Object state) {}

    /**
     * The events of a stream, oldest first.
     *
     * @param fromSequence the first place that is wanted; 0 for all
     */
    List<Entry> stream(String stream, long fromSequence, int limit);

    /** The place of the newest event of a stream; absent when there is no such stream. */
    Optional<Long> lastSequence(String stream);

    /**
     * The place of the last event before the first one that happened after an instant; -1 when all happened after it.
     */
    long lastSequenceAt(String stream, Instant instant);

    /** The newest state that is kept of a stream, if there is one that can be read. */
    Optional<Kept> kept(String stream);

    /**
     * What happened to a person, in whatever stream, newest first: by the time at which it was recorded, then by position.
     *
     * @param before only what was recorded before this instant, or at it and with a lower position
     */
    List<Entry> ofPerson(UserId person, Instant before, long beforePosition, int limit);

    /** Whose stream it is; absent when there is no such stream, or when nobody knows. */
    Optional<UserId> personOf(String stream);
}
