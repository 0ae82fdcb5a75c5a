package ai.novacore.adapters.persistence.user;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.user.port.in.AccessQuery.Access;
import ai.novacore.application.user.port.out.SessionStore;
import ai.novacore.application.user.readmodel.Account.Standing;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcSessionStore implements SessionStore {
    private static final int MOST_SHOWN = 100;

    private final JdbcClient jdbc;
    private final RolesColumn roles = new RolesColumn();

    JdbcSessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void begin(StoredSession session) {
        jdbc.sql("""
                insert into account.session (id, user_id, user_agent, begun_at, last_used_at, expires_at)
                values (:id, :user, :userAgent, :begun, :used, :expires)""")
                .param("id", session.id())
                .param("user", session.user().value())
                .param("userAgent", Columns.text(session.userAgent()))
                .param("begun", Columns.parameter(session.begunAt()))
                .param("used", Columns.parameter(session.lastUsedAt()))
                .param("expires", Columns.parameter(session.expiresAt()))
                .update();
    }

    @Override
    public Optional<StoredSession> find(String id) {
        return jdbc.sql("select * from account.session where id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public void extend(String id, Instant usedAt, Instant expiresAt) {
        jdbc.sql("update account.session set last_used_at = :used, expires_at = :expires where id = :id")
                .param("used", Columns.parameter(usedAt))
                .param("expires", Columns.parameter(expiresAt))
                .param("id", id)
                .update();
    }

    @Override
    public List<StoredSession> open(UserId user, Instant now) {
        return jdbc.sql("""
                select * from account.session
                where user_id = :user and ended_at is null and expires_at > :now
                order by last_used_at desc, id desc
                limit :most""")
                .param("user", user.value())
                .param("now", Columns.parameter(now))
                .param("most", MOST_SHOWN)
                .query((row, number) -> read(row))
                .list();
    }

    /** One statement, so that its row lock decides who was first. */
    @Override
    public boolean end(String id, Instant now) {
        return jdbc.sql("update account.session set ended_at = :now where id = :id and ended_at is null")
                        .param("now", Columns.parameter(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public void endAll(UserId user, @Nullable String except, Instant now) {
        jdbc.sql("""
                update account.session set ended_at = :now
                where user_id = :user and ended_at is null and id <> :except""")
                .param("now", Columns.parameter(now))
                .param("user", user.value())
                .param("except", except == null ? "" : except)
                .update();
    }

    @Override
    public Map<String, Access> access(Collection<String> ids, Instant now) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, Access> found = new HashMap<>();
        jdbc.sql("""
                select s.id, a.user_id, a.roles, a.tier, a.standing
                from account.session s join account a on a.user_id = s.user_id
                where s.id = any(:ids) and s.ended_at is null and s.expires_at > :now and a.standing <> :closing""")
                .param("ids", ids.toArray(String[]::new))
                .param("now", Columns.parameter(now))
                .param("closing", Standing.CLOSING.name())
                .query(row -> {
                    found.put(row.getString("id"), access(row));
                });
        return found;
    }

    private Access access(ResultSet row) throws SQLException {
        return new Access(
                new UserId(row.getString("user_id")),
                roles.convertToEntityAttribute(row.getString("roles")),
                Tier.valueOf(row.getString("tier")),
                Standing.valueOf(row.getString("standing")) == Standing.SUSPENDED);
    }

    @Override
    public int forget(Instant overBefore) {
        return jdbc.sql("delete from account.session where expires_at < :before or ended_at < :before")
                .param("before", Columns.parameter(overBefore))
                .update();
    }

    @Override
    public void remove(UserId user) {
        jdbc.sql("delete from account.session where user_id = :user")
                .param("user", user.value())
                .update();
    }

    private static StoredSession read(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new StoredSession(
                row.getString("id"),
                new UserId(row.getString("user_id")),
                row.getString("user_agent"),
                time(row, "begun_at"),
                time(row, "last_used_at"),
                time(row, "expires_at"),
                ended == null ? null : ended.toInstant());
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
