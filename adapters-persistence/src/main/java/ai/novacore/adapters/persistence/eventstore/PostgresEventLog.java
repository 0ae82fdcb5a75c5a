package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.application.axon.DomainSerializer;
import ai.novacore.application.axon.EventTypes;
import ai.novacore.application.axon.Upcasters;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.AggregateId;
import ai.novacore.domain.shared.DomainEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the event table for people. */
final class PostgresEventLog implements EventLog {
    private static final String SELECT = """
            select position, sequence, type, payload::text as payload, metadata ->> 'correlationId' as correlation,
                metadata ->> 'actorKind' as actor_kind, metadata ->> 'actorId' as actor_id
            from eventstore.event
            """;
    private static final String READ_ON = SELECT + """
            where position > ? and (?::text is null or metadata ->> 'correlationId' = ?)
            order by position limit ?
            """;
    private static final String READ_STREAM = SELECT + """
            where stream = ? and sequence >= ? order by sequence limit ?
            """;

    private final JdbcTemplate jdbc;
    private final DomainSerializer serializer;

    PostgresEventLog(JdbcTemplate jdbc, DomainSerializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    @Override
    public List<Recorded> after(long position, @Nullable String correlationId, int limit) {
        return jdbc.query(READ_ON, this::recorded, position, correlationId, correlationId, limit);
    }

    @Override
    public List<Recorded> stream(AggregateId id, long fromSequence, int limit) {
        return jdbc.query(READ_STREAM, this::recorded, id.value(), fromSequence, limit);
    }

    private Recorded recorded(ResultSet row, int number) throws SQLException {
        return new Recorded(
                row.getLong("position"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getString("correlation"),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_id")),
                event(row.getString("type"), row.getString("payload")));
    }

    private DomainEvent event(String type, String payload) {
        return Upcasters.read(serializer, new SimpleSerializedObject<>(payload, String.class, EventTypes.parse(type)));
    }
}
