package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.application.axon.DomainSerializer;
import ai.novacore.application.axon.EventTypes;
import ai.novacore.application.axon.Upcasters;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.domain.shared.DomainEvent;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the event table for people. */
final class PostgresEventLog implements EventLog {
    private static final String READ = """
            select position, sequence, type, payload::text as payload, metadata ->> 'correlationId' as correlation
            from eventstore.event
            where position > ? and (?::text is null or metadata ->> 'correlationId' = ?)
            order by position limit ?
            """;

    private final JdbcTemplate jdbc;
    private final DomainSerializer serializer;

    PostgresEventLog(JdbcTemplate jdbc, DomainSerializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    @Override
    public List<Recorded> after(long position, @Nullable String correlationId, int limit) {
        return jdbc.query(
                READ,
                (row, n) -> new Recorded(
                        row.getLong("position"),
                        row.getLong("sequence"),
                        row.getString("type"),
                        row.getString("correlation"),
                        event(row.getString("type"), row.getString("payload"))),
                position,
                correlationId,
                correlationId,
                limit);
    }

    private DomainEvent event(String type, String payload) {
        return Upcasters.read(serializer, new SimpleSerializedObject<>(payload, String.class, EventTypes.parse(type)));
    }
}
