package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.application.axon.EventTypes;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.serialization.SerializedType;
import org.springframework.jdbc.core.RowMapper;

/** How rows of the event table become what Axon reads. */
final class EventRows {
    static final String COLUMNS =
            "stream, stream_type, sequence, event_id, type, payload::text, metadata::text, recorded_at";
    static final String PLACE =
            "horizon::text as horizon_text, position, horizon < pg_snapshot_xmin(pg_current_snapshot()) as settled\n";

    static final RowMapper<DomainEventData<String>> MAPPER = (row, n) -> event(row);
    static final RowMapper<LogPosition> PLACE_MAPPER = (row, n) -> place(row);
    static final RowMapper<Placed> PLACED_MAPPER =
            (row, n) -> new Placed(new TrackedDomainEventData<>(place(row), event(row)), row.getBoolean("settled"));

    /** An event with its place in the log, and whether nothing can come before it any more. */
    record Placed(TrackedEventData<String> event, boolean settled) {}

    private EventRows() {}

    private static LogPosition place(ResultSet row) throws SQLException {
        return new LogPosition(Long.parseLong(row.getString("horizon_text")), row.getLong("position"));
    }

    private static GenericDomainEventEntry<String> event(ResultSet row) throws SQLException {
        SerializedType type = EventTypes.parse(row.getString("type"));
        return new GenericDomainEventEntry<>(
                row.getString("stream_type"),
                row.getString("stream"),
                row.getLong("sequence"),
                row.getString("event_id"),
                row.getTimestamp("recorded_at").toInstant(),
                type.getName(),
                type.getRevision(),
                row.getString("payload"),
                row.getString("metadata"));
    }
}
