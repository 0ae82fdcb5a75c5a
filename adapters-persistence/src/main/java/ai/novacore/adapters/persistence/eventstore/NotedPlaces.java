package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.application.axon.BackboneStores.NotedSegment;
import ai.novacore.application.axon.DomainSerializer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far the event processors of all nodes have come, as they note it with their work. Reads without a claim. */
final class NotedPlaces {
    private final JdbcTemplate jdbc;
    private final DomainSerializer serializer;

    NotedPlaces(JdbcTemplate jdbc, DomainSerializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** What the segments of a processor have noted; none before it has begun. */
    List<NotedSegment> segmentsOf(String processor) {
        return jdbc.query(
                "select segment, owner, token, token_type from eventstore.token where processor_name = ? order by segment",
                (row, number) -> new NotedSegment(row.getInt("segment"), row.getString("owner"), place(row)),
                processor);
    }

    private @Nullable TrackingToken place(ResultSet row) throws SQLException {
        byte[] token = row.getBytes("token");
        return token == null
                ? null
                : serializer.deserialize(
                        new SimpleSerializedObject<>(token, byte[].class, row.getString("token_type"), null));
    }

    /** The place that all segments of a processor have reached; absent when one of them has none. */
    @Nullable TrackingToken of(String processor) {
        @Nullable TrackingToken lowest = null;
        for (NotedSegment segment : segmentsOf(processor)) {
            @Nullable TrackingToken place = segment.place();
            if (place == null) {
                return null;
            }
            lowest = lowest == null ? place : lowest.lowerBound(place);
        }
        return lowest;
    }
}
