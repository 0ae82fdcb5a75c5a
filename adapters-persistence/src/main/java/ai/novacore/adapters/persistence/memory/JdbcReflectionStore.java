package ai.novacore.adapters.persistence.memory;

import ai.novacore.application.reflection.port.out.ReflectionStore;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcReflectionStore implements ReflectionStore {
    private static final String PENDING = """
            select conversation_id, owner, reflected_to, last_turn_at, attempts
            from account.reflection
            where (settled_to is null or last_turn_at > settled_to) and (owner, conversation_id) > (:owner, :conversation)
            """;
    private static final String IN_ORDER = "order by owner, conversation_id limit :limit";

    private final JdbcClient jdbc;

    JdbcReflectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void turnEnded(ConversationId conversation, UserId owner, Instant at) {
        jdbc.sql("""
                insert into account.reflection as r (conversation_id, owner, last_turn_at)
                values (:conversation, :owner, :at)
                on conflict (conversation_id) do update
                set last_turn_at = excluded.last_turn_at, attempts = 0, next_attempt_at = null, parked_reason = null
                where r.last_turn_at < excluded.last_turn_at""")
                .param("conversation", conversation.value())
                .param("owner", owner.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public void remove(ConversationId conversation) {
        jdbc.sql("delete from account.reflection where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();
    }

    @Override
    public void removeAll(UserId owner) {
        jdbc.sql("delete from account.reflection where owner = :owner")
                .param("owner", owner.value())
                .update();
    }

    @Override
    public List<Pending> due(Instant settledBefore, Instant now, @Nullable Pending after, int limit) {
        return behind(after, """
                        and last_turn_at < :settled and parked_reason is null
                        and (next_attempt_at is null or next_attempt_at <= :now)
                        """, limit)
                .param("settled", Timestamp.from(settledBefore))
                .param("now", Timestamp.from(now))
                .query(JdbcReflectionStore::read)
                .list();
    }

    @Override
    public List<Pending> pending(@Nullable Pending after, int limit) {
        return behind(after, "", limit).query(JdbcReflectionStore::read).list();
    }

    private JdbcClient.StatementSpec behind(@Nullable Pending after, String narrowed, int limit) {
        return jdbc.sql(PENDING + narrowed + IN_ORDER)
                .param("owner", after == null ? "" : after.owner().value())
                .param("conversation", after == null ? "" : after.conversation().value())
                .param("limit", limit);
    }

    @Override
    public boolean advance(ConversationId conversation, @Nullable TurnId from, TurnId to) {
        return jdbc.sql("""
                        update account.reflection set reflected_to = :to
                        where conversation_id = :conversation and reflected_to is not distinct from :from""")
                        .param("conversation", conversation.value())
                        .param("from", from == null ? null : from.value(), Types.VARCHAR)
                        .param("to", to.value())
                        .update()
                == 1;
    }

    @Override
    public void settled(ConversationId conversation, Instant upTo) {
        jdbc.sql("""
                update account.reflection
                set settled_to = :upTo, attempts = 0, next_attempt_at = null, parked_reason = null
                where conversation_id = :conversation""")
                .param("conversation", conversation.value())
                .param("upTo", Timestamp.from(upTo))
                .update();
    }

    @Override
    public void retryAt(ConversationId conversation, Instant next) {
        jdbc.sql("""
                update account.reflection set attempts = attempts + 1, next_attempt_at = :next
                where conversation_id = :conversation""")
                .param("conversation", conversation.value())
                .param("next", Timestamp.from(next))
                .update();
    }

    @Override
    public void park(ConversationId conversation, String reason) {
        jdbc.sql("update account.reflection set parked_reason = :reason where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .param("reason", reason)
                .update();
    }

    @Override
    public long parked() {
        return jdbc.sql("select count(*) from account.reflection where parked_reason is not null")
                .query(Long.class)
                .single();
    }

    @Override
    public boolean begin(RunId run, Instant now, Instant until) {
        return jdbc.sql("""
                        insert into account.reflection_run as r (run, until) values (:run, :until)
                        on conflict (single) do update set run = excluded.run, until = excluded.until
                        where r.until <= :now""")
                        .param("run", run.value())
                        .param("until", Timestamp.from(until))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    @Override
    public boolean extend(RunId run, Instant until) {
        return jdbc.sql("update account.reflection_run set until = :until where run = :run")
                        .param("until", Timestamp.from(until))
                        .param("run", run.value())
                        .update()
                == 1;
    }

    @Override
    public void end(RunId run) {
        jdbc.sql("delete from account.reflection_run where run = :run")
                .param("run", run.value())
                .update();
    }

    private static Pending read(ResultSet row, int number) throws SQLException {
        return new Pending(
                new ConversationId(row.getString("conversation_id")),
                new UserId(row.getString("owner")),
                Optional.ofNullable(row.getString("reflected_to"))
                        .map(TurnId::new)
                        .orElse(null),
                row.getTimestamp("last_turn_at").toInstant(),
                row.getLong("attempts"));
    }
}
