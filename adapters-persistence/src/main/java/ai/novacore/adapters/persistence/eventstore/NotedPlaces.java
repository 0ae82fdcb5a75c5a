package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.application.axon.DomainSerializer;
import java.util.ArrayList;
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

    /** The place that all segments of a processor have reached; absent when one of them has none. */
    @Nullable TrackingToken of(String processor) {
        List<@Nullable TrackingToken> places = new ArrayList<>();
        jdbc.query(
                "select token, token_type from eventstore.token where processor_name = ?",
                row -> {
                    byte[] token = row.getBytes("token");
                    places.add(
                            token == null
                                    ? null
                                    : serializer.deserialize(new SimpleSerializedObject<>(
                                            token, byte[].class, row.getString("token_type"), null)));
                },
                processor);
        @Nullable TrackingToken lowest = null;
        for (@Nullable TrackingToken place : places) {
            if (place == null) {
                return null;
            }
            lowest = lowest == null ? place : lowest.lowerBound(place);
        }
        return lowest;
    }
}
