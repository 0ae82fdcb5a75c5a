package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.application.axon.DomainSerializer;
import ai.novacore.application.axon.EventTypes;
import ai.novacore.application.axon.Upcasters;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Events in one PostgreSQL table, as JSON that {@code psql} can read.
 *
 * <p>Appending relies on the unique key of stream and sequence: of two who append to the same place, one gets a {@link
 * ConcurrencyException}. The log as a whole is read in the order of {@link LogPosition}, and only as far as no
 * transaction can still slip an event in, so no event is ever skipped, however late it is committed. Everything happens
 * in the transaction of the caller.
 */
public final class PostgresEventStorageEngine extends BatchingEventStorageEngine {
    private static final int BATCH_SIZE = 500;
    private static final String APPEND = """
            insert into eventstore.event (stream, stream_type, sequence, event_id, type, payload, metadata, recorded_at)
            values (?, ?, ?, ?, ?, ?::json, ?::json, ?)
            returning horizon::text as horizon_text, position
            """;
    private static final String READ_STREAM = "select " + EventRows.COLUMNS
            + " from eventstore.event where stream = ? and sequence >= ? order by sequence limit ?";
    private static final String READ_LOG = "select " + EventRows.COLUMNS + ", " + EventRows.PLACE + """
            from eventstore.event where (horizon, position) > (?::text::xid8, ?)
            order by horizon, position limit ?
            """;
    private static final String READ_SNAPSHOT =
            "select " + EventRows.COLUMNS + " from eventstore.snapshot where stream = ?";
    private static final String STORE_SNAPSHOT = """
            insert into eventstore.snapshot
                   (stream, stream_type, sequence, event_id, type, payload, metadata, recorded_at)
            values (?, ?, ?, ?, ?, ?::json, ?::json, ?)
            on conflict (stream) do update set
                   sequence = excluded.sequence, event_id = excluded.event_id, type = excluded.type,
                   payload = excluded.payload, metadata = excluded.metadata, recorded_at = excluded.recorded_at
            where eventstore.snapshot.sequence < excluded.sequence
            """;
    private static final String LAST_SETTLED = "select " + EventRows.PLACE + """
            from eventstore.event where horizon < pg_snapshot_xmin(pg_current_snapshot()) and recorded_at < ?
            order by horizon desc, position desc limit 1
            """;

    private static final String RECORDED_AFTER = """
            select recorded_at from eventstore.event where (horizon, position) > (?::text::xid8, ?)
            order by horizon, position limit 1
            """;

    private static final String COUNT_AFTER = """
            select count(*) from (
                select 1 from eventstore.event where (horizon, position) > (?::text::xid8, ?) limit ?) found
            """;

    private final JdbcTemplate jdbc;
    private final AppendListener listener;

    /** Is told, after the commit, where the newest event of a transaction stands. */
    @FunctionalInterface
    public interface AppendListener {
        void appended(LogPosition newest);
    }

    /**
     * A stretch of the log.
     *
     * @param events what comes next, in order, as far as it is settled
     * @param more whether there is more to be read at once
     * @param unsettled whether there are later events that must still wait for a transaction to end
     */
    record Stretch(List<TrackedEventMessage<?>> events, boolean more, boolean unsettled) {}

    public PostgresEventStorageEngine(JdbcTemplate jdbc, DomainSerializer serializer, AppendListener listener) {
        super(new SettingsBuilder()
                .batchSize(BATCH_SIZE)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(Upcasters.all())
                .snapshotFilter(
                        snapshot -> EventTypes.isKnown(snapshot.getPayload().getType())));
        this.jdbc = jdbc;
        this.listener = listener;
    }

    private static final class SettingsBuilder extends Builder {}

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        LogPosition newest = LogPosition.START;
        for (EventMessage<?> event : events) {
            newest = append((DomainEventMessage<?>) event, serializer);
        }
        LogPosition last = newest;
        CurrentUnitOfWork.ifStarted(unit -> unit.root().afterCommit(done -> listener.appended(last)));
    }

    private LogPosition append(DomainEventMessage<?> event, Serializer serializer) {
        try {
            return jdbc.query(APPEND, EventRows.PLACE_MAPPER, columns(event, serializer))
                    .getFirst();
        } catch (DuplicateKeyException | PessimisticLockingFailureException e) {
            throw new ConcurrencyException("somebody else appended to this stream", e);
        }
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        jdbc.update(STORE_SNAPSHOT, columns(snapshot, serializer));
    }

    private static Object[] columns(DomainEventMessage<?> event, Serializer serializer) {
        return new Object[] {
            event.getAggregateIdentifier(),
            event.getType(),
            event.getSequenceNumber(),
            UUID.fromString(event.getIdentifier()),
            EventTypes.format(serializer.typeForClass(event.getPayloadType())),
            serializer.serialize(event.getPayload(), String.class).getData(),
            serializer.serialize(event.getMetaData(), String.class).getData(),
            Timestamp.from(event.getTimestamp())
        };
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String stream, long firstSequence, int batchSize) {
        return jdbc.query(READ_STREAM, EventRows.MAPPER, stream, firstSequence, batchSize);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return jdbc.query(READ_SNAPSHOT, EventRows.MAPPER, stream).stream();
    }

    /** What comes after a place. */
    Stretch read(LogPosition after, int limit) {
        List<EventRows.Placed> rows = rowsAfter(after, limit);
        List<TrackedEventData<String>> settled = settled(rows);
        boolean unsettled = settled.size() < rows.size();
        List<TrackedEventMessage<?>> events = EventUtils.upcastAndDeserializeTrackedEvents(
                        settled.stream(), getEventSerializer(), Upcasters.all())
                .toList();
        return new Stretch(events, rows.size() == limit && !unsettled, unsettled);
    }

    @Nullable Instant recordedAfter(LogPosition place) {
        return jdbc
                .query(
                        RECORDED_AFTER,
                        (row, n) -> row.getTimestamp(1).toInstant(),
                        Long.toString(place.horizon()),
                        place.offset())
                .stream()
                .findFirst()
                .orElse(null);
    }

    long countAfter(LogPosition place, int most) {
        Long count = jdbc.queryForObject(COUNT_AFTER, Long.class, Long.toString(place.horizon()), place.offset(), most);
        return count == null ? 0 : count;
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken after, int batchSize) {
        return settled(rowsAfter(after == null ? LogPosition.START : (LogPosition) after, batchSize));
    }

    private List<EventRows.Placed> rowsAfter(LogPosition after, int limit) {
        return jdbc.query(READ_LOG, EventRows.PLACED_MAPPER, Long.toString(after.horizon()), after.offset(), limit);
    }

    private static List<TrackedEventData<String>> settled(List<EventRows.Placed> rows) {
        return rows.stream()
                .takeWhile(EventRows.Placed::settled)
                .map(EventRows.Placed::event)
                .toList();
    }

    @Override
    public TrackingToken createTailToken() {
        return LogPosition.START;
    }

    @Override
    public TrackingToken createHeadToken() {
        return createTokenAt(Instant.now().plusSeconds(60));
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return jdbc.query(LAST_SETTLED, EventRows.PLACE_MAPPER, Timestamp.from(time)).stream()
                .findFirst()
                .orElse(LogPosition.START);
    }
}
