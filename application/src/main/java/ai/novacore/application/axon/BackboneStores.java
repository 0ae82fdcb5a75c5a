package ai.novacore.application.axon;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the backbone keeps. All of it belongs to one database, so that one transaction covers it.
 *
 * @param events where events are appended and streams are read
 * @param tail the whole log as processors follow it; wakes them when there is something new
 * @param deadLetters the queue of a processing group
 * @param serializer writes what they keep
 */
public record BackboneStores(
        EventStorageEngine events,
        Tail tail,
        TokenStore tokens,
        SagaStore<Object> sagas,
        Function<String, SequencedDeadLetterQueue<EventMessage<?>>> deadLetters,
        TransactionManager transactions,
        Isolation isolation,
        DomainSerializer serializer) {

    /** The log as processors follow it. */
    public interface Tail extends StreamableMessageSource<TrackedEventMessage<?>> {
        /** The place of the newest event that this node has recorded; absent before the first. */
        @Nullable TrackingToken latestRecordedHere();

        /** Which place a processor has noted that it has reached, on whatever node it runs; absent before it has begun. */
        @Nullable TrackingToken notedBy(String processor);

        /** When the event after a place was recorded; absent at the end of the log. */
        @Nullable Instant recordedAfter(TrackingToken place);

        /** What the segments of a processor have noted, on whatever node they run; none before it has begun. */
        List<NotedSegment> segmentsOf(String processor);

        /** How many events come after a place, counted up to {@code most}. */
        long eventsAfter(TrackingToken place, int most);
    }

    /**
     * How far a segment is.
     *
     * @param owner the node that works on it; absent when none does
     * @param place absent before the first event
     */
    public record NotedSegment(
            int id, @Nullable String owner, @Nullable TrackingToken place) {}
}
