package ai.novacore.adapters.persistence.support;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.adapters.persistence.Keyset;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.support.port.out.LookStore;
import ai.novacore.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcLookStore implements LookStore {
    private final JdbcClient jdbc;

    JdbcLookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Look look) {
        UserId person = look.person();
        jdbc.sql("""
                insert into account.support_look
                    (id, at, staff, action, target, person, reason, unmasked, correlation_id)
                values (:id, :at, :staff, :action, :target, :person, :reason, :unmasked, :correlation)""")
                .param("id", look.id())
                .param("at", Columns.parameter(look.at()))
                .param("staff", look.staff().value())
                .param("action", look.action())
                .param("target", look.target())
                .param("person", person == null ? null : person.value())
                .param("reason", Columns.text(look.reason()))
                .param("unmasked", look.unmasked())
                .param("correlation", look.correlationId())
                .update();
    }

    @Override
    public Page<Look> list(@Nullable UserId person, PageRequest page) {
        Keyset keyset = Keyset.of(page);
        StatementSpec query = jdbc.sql("""
                        select id, at, staff, action, target, person, reason, unmasked, correlation_id
                        from account.support_look
                        where (at, id) < (:at, :id)"""
                        + (person == null ? "" : " and person = :person")
                        + " order by at desc, id desc limit :limit")
                .param("at", Columns.parameter(keyset.at()))
                .param("id", keyset.id())
                .param("limit", keyset.limit().max());
        if (person != null) {
            query = query.param("person", person.value());
        }
        return keyset.page(
                query.query(JdbcLookStore::read).list(), Function.identity(), look -> new Cursor(look.at(), look.id()));
    }

    @Override
    public void forgetReasons(UserId person) {
        jdbc.sql("update account.support_look set reason = '' where person = :person and reason <> ''")
                .param("person", person.value())
                .update();
    }

    private static Look read(ResultSet row, int number) throws SQLException {
        String person = row.getString("person");
        return new Look(
                row.getString("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new UserId(row.getString("staff")),
                row.getString("action"),
                row.getString("target"),
                person == null ? null : new UserId(person),
                row.getString("reason"),
                row.getBoolean("unmasked"),
                row.getString("correlation_id"));
    }
}
