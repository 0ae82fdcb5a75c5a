package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.application.axon.DomainSerializer;
import ai.novacore.application.axon.EventTypes;
import ai.novacore.application.axon.KeptStates;
import ai.novacore.application.axon.Upcasters;
import ai.novacore.application.support.port.out.HistoryLog;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the event table as history, in transactions in which the database itself refuses to write. */
final class PostgresHistoryLog implements HistoryLog {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresHistoryLog.class);

    /** In seconds; a person waits for it. */
    private static final int TIME_LIMIT = 30;

    private static final String SELECT = """
            select position, stream, stream_type, sequence, event_id, type, recorded_at, payload::text as payload,
                metadata ->> 'correlationId' as correlation, metadata ->> 'causationId' as causation,
                metadata ->> 'actorKind' as actor_kind, metadata ->> 'actorId' as actor_id
            from eventstore.event
            """;
    private static final String STREAM = SELECT + "where stream = ? and sequence >= ? order by sequence limit ?";
    private static final String LAST = "select max(sequence) from eventstore.event where stream = ?";
    private static final String FIRST_AFTER = """
            select coalesce(
                (select min(sequence) from eventstore.event
                 where stream = ? and case when payload ->> 'at' ~ '^[0-9]{4}-'
                        then (payload ->> 'at')::timestamptz else recorded_at end > ?) - 1,
                (select max(sequence) from eventstore.event where stream = ?),
                -1)
            """;
    private static final String KEPT =
            "select sequence, type, payload::text as payload from eventstore.snapshot where stream = ?";
    private static final String OF_PERSON = SELECT + """
            where person = ? and (recorded_at, position) < (?, ?)
            order by recorded_at desc, position desc limit ?
            """;
    private static final String PERSON =
            "select person from eventstore.event where stream = ? order by sequence limit 1";

    private final JdbcTemplate jdbc;
    private final DomainSerializer serializer;
    private final TransactionTemplate readOnly;

    PostgresHistoryLog(JdbcTemplate jdbc, DomainSerializer serializer, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.readOnly = new TransactionTemplate(transactions);
        readOnly.setReadOnly(true);
        readOnly.setTimeout(TIME_LIMIT);
    }

    @Override
    public List<Entry> stream(String stream, long fromSequence, int limit) {
        return read(db -> db.query(STREAM, this::entry, stream, fromSequence, limit));
    }

    @Override
    public Optional<Long> lastSequence(String stream) {
        return Optional.ofNullable(read(db -> db.queryForObject(LAST, Long.class, stream)));
    }

    @Override
    public long lastSequenceAt(String stream, Instant instant) {
        Long last = read(db -> db.queryForObject(FIRST_AFTER, Long.class, stream, Timestamp.from(instant), stream));
        return last == null ? -1 : last;
    }

    @Override
    public Optional<Kept> kept(String stream) {
        return read(db -> db.query(KEPT, this::state, stream)).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public List<Entry> ofPerson(UserId person, Instant before, long beforePosition, int limit) {
        return read(
                db -> db.query(OF_PERSON, this::entry, person.value(), Timestamp.from(before), beforePosition, limit));
    }

    @Override
    public Optional<UserId> personOf(String stream) {
        return read(db -> db.queryForList(PERSON, String.class, stream)).stream()
                .filter(person -> person != null)
                .findFirst()
                .map(UserId::new);
    }

    <T extends @Nullable Object> T read(Function<JdbcTemplate, T> query) {
        return readOnly.execute(running -> query.apply(jdbc));
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        String type = row.getString("type");
        String stored = row.getString("payload");
        return new Entry(
                row.getLong("position"),
                row.getString("stream"),
                row.getString("stream_type"),
                row.getLong("sequence"),
                row.getString("event_id"),
                type,
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("correlation"),
                row.getString("causation"),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_id")),
                stored,
                understood(type, stored));
    }

    private @Nullable DomainEvent understood(String type, String stored) {
        try {
            return Upcasters.read(
                    serializer, new SimpleSerializedObject<>(stored, String.class, EventTypes.parse(type)));
        } catch (RuntimeException e) {
            // Without the exception: it may quote what could not be read.
            LOG.debug(
                    "An event of type {} is not understood any more: {}",
                    type,
                    e.getClass().getName());
            return null;
        }
    }

    private Optional<Kept> state(ResultSet row, int number) throws SQLException {
        long sequence = row.getLong("sequence");
        return KeptStates.read(
                        serializer,
                        new SimpleSerializedObject<>(
                                row.getString("payload"), String.class, EventTypes.parse(row.getString("type"))))
                .map(state -> new Kept(sequence, state));
    }
}
