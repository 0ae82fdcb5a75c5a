package ai.novacore.adapters.persistence.replay;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.adapters.persistence.JsonColumn;
import ai.novacore.application.backbone.port.out.Replay;
import ai.novacore.application.backbone.port.out.Replay.Difference;
import ai.novacore.application.backbone.port.out.Replay.Status;
import ai.novacore.application.backbone.port.out.ReplayStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcReplayStore implements ReplayStore {
    private static final DifferencesColumn DIFFERENCES = new DifferencesColumn();

    private final JdbcClient jdbc;

    JdbcReplayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The stored names. */
    record StoredDifference(String table, long missing, long surplus, long changed, List<String> keys) {}

    private static final class DifferencesColumn extends JsonColumn<Difference, StoredDifference> {
        DifferencesColumn() {
            super(StoredDifference.class);
        }

        @Override
        protected StoredDifference toStored(Difference item) {
            return new StoredDifference(item.table(), item.missing(), item.surplus(), item.changed(), item.keys());
        }

        @Override
        protected Difference fromStored(StoredDifference stored) {
            return new Difference(stored.table(), stored.missing(), stored.surplus(), stored.changed(), stored.keys());
        }
    }

    @Override
    public boolean add(Replay replay) {
        return jdbc.sql("""
                insert into account.replay (id, processor, swap_when_different, asked_by, asked_at, status)
                values (:id, :processor, :swap, :by, :at, :status)
                on conflict do nothing""")
                        .param("id", replay.id())
                        .param("processor", replay.processor())
                        .param("swap", replay.swapWhenDifferent())
                        .param("by", Columns.text(replay.askedBy()))
                        .param("at", Columns.parameter(replay.askedAt()))
                        .param("status", replay.status().name())
                        .update()
                == 1;
    }

    @Override
    public Optional<Replay> find(String id) {
        return jdbc.sql("select * from account.replay where id = :id")
                .param("id", id)
                .query(JdbcReplayStore::read)
                .optional();
    }

    @Override
    public List<Replay> list(String processor, int limit) {
        return jdbc.sql("""
                select * from account.replay where processor = :processor
                order by asked_at desc, id desc limit :limit""")
                .param("processor", processor)
                .param("limit", limit)
                .query(JdbcReplayStore::read)
                .list();
    }

    @Override
    public List<Replay> latest() {
        return jdbc.sql("""
                select distinct on (processor) * from account.replay
                order by processor, asked_at desc, id desc""").query(JdbcReplayStore::read).list();
    }

    @Override
    public Optional<Replay> take(String node, Instant now) {
        return jdbc.sql("""
                update account.replay set status = 'BUILDING', node = :node, attempt = attempt + 1, events_done = 0,
                    started_at = coalesce(started_at, :now)
                where id = (
                    select id from account.replay where ended_at is null order by asked_at, id limit 1 for update)
                    and ended_at is null
                returning *""")
                .param("node", node)
                .param("now", Columns.parameter(now))
                .query(JdbcReplayStore::read)
                .optional();
    }

    @Override
    public boolean progress(Replay attempt, Status status, long eventsDone, long eventsTotal) {
        return jdbc.sql("""
                update account.replay set status = :status, events_done = :done, events_total = :total
                where id = :id and attempt = :attempt and ended_at is null""")
                        .param("status", status.name())
                        .param("done", eventsDone)
                        .param("total", eventsTotal)
                        .param("id", attempt.id())
                        .param("attempt", attempt.attempt())
                        .update()
                == 1;
    }

    @Override
    public boolean end(Replay attempt, Ending ending) {
        return jdbc.sql("""
                update account.replay set status = :status, ended_at = :at, differences = :differences,
                    readers_waited = :waited, failure = :failure
                where id = :id and attempt = :attempt and ended_at is null""")
                        .param("status", ending.status().name())
                        .param("at", Columns.parameter(ending.at()))
                        .param("differences", DIFFERENCES.convertToDatabaseColumn(ending.differences()))
                        .param("waited", ending.readersWaitedMillis())
                        .param("failure", Columns.textOrNull(ending.failure()))
                        .param("id", attempt.id())
                        .param("attempt", attempt.attempt())
                        .update()
                == 1;
    }

    @Override
    public boolean cancel(String id, Instant now) {
        return jdbc.sql("""
                update account.replay set status = 'CANCELLED', ended_at = :now
                where id = :id and ended_at is null""")
                        .param("now", Columns.parameter(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Replay read(ResultSet row, int number) throws SQLException {
        return new Replay(
                row.getString("id"),
                row.getString("processor"),
                row.getBoolean("swap_when_different"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                Status.valueOf(row.getString("status")),
                row.getString("node"),
                row.getLong("attempt"),
                row.getLong("events_done"),
                row.getLong("events_total"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                DIFFERENCES.convertToEntityAttribute(row.getString("differences")),
                row.getObject("readers_waited", Long.class),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
