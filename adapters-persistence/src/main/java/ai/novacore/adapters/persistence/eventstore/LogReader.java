package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.domain.shared.DomainEvent;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the log from the beginning, apart from the processors that follow it. */
public final class LogReader {
    private final PostgresEventStorageEngine engine;
    private final JdbcTemplate jdbc;

    LogReader(PostgresEventStorageEngine engine, JdbcTemplate jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /**
     * An event at its place.
     *
     * @param content what happened; read from its stored form when it is asked for
     */
    public record Logged(LogPosition place, String eventId, Class<?> type, Supplier<DomainEvent> content) {}

    /** What comes after a place, in order, as far as nothing can come before it any more. */
    public List<Logged> after(LogPosition place, int limit) {
        return engine.read(place, limit).events().stream()
                .map(LogReader::logged)
                .toList();
    }

    private static Logged logged(TrackedEventMessage<?> event) {
        return new Logged((LogPosition) event.trackingToken(), event.getIdentifier(), event.getPayloadType(), () ->
                (DomainEvent) event.getPayload());
    }

    /** How many events there are. */
    public long count() {
        Long count = jdbc.queryForObject("select count(*) from eventstore.event", Long.class);
        return count == null ? 0 : count;
    }
}
