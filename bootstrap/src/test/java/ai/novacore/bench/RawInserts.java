package ai.novacore.bench;

import ai.novacore.application.shared.IdGenerator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Single-row inserts, each a transaction of its own, into a table exactly like that of the events: what the disk allows. */
final class RawInserts {
    private static final String TABLE = """
            create schema if not exists bench;
            drop table if exists bench.event;
            create table bench.event (like eventstore.event including all)""";
    private static final String INSERT = """
            insert into bench.event (stream, stream_type, sequence, event_id, type, payload, metadata, recorded_at)
            values (?, 'quota', 0, ?, 'quota.opened/1', ?::json, ?::json, ?)""";

    private final DataSource database;
    private final IdGenerator ids = new IdGenerator(Clock.systemUTC());

    RawInserts(DataSource database) {
        this.database = database;
        new JdbcTemplate(database).execute(TABLE);
    }

    /** Inserts a row as long as that of a {@code QuotaOpened}, by plain JDBC in one round trip. */
    void insert() {
        String user = ids.next("usr_");
        String payload = "{\"id\":\"quota_" + user + "_2026-01-01\",\"at\":\"2026-01-01T12:00:00.123Z\",\"allowance\":"
                + "{\"tier\":\"FREE\",\"messages\":1000000,\"tokens\":1000000000}}";
        String metadata = "{\"correlationId\":\"" + UUID.randomUUID() + "\",\"causationId\":\"" + UUID.randomUUID()
                + "\",\"actorKind\":\"SYSTEM\",\"actorId\":\"bench\"}";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, "quota_" + user + "_2026-01-01");
            insert.setObject(2, UUID.randomUUID());
            insert.setString(3, payload);
            insert.setString(4, metadata);
            insert.setTimestamp(5, Timestamp.from(Instant.now()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the row was not inserted", e);
        }
    }
}
