package ai.novacore.adapters.persistence.subscription;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.annotation.Transactional;

/** Single statements need no transaction of their own to be durable, which saves a way to the database and back. */
class JdbcWebhookInbox implements WebhookInbox {
    private final JdbcClient jdbc;
    private final Claiming claiming;

    JdbcWebhookInbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.claiming = new Claiming(jdbc);
    }

    @Override
    public boolean store(Entry entry, Status status, Instant now) {
        return jdbc.sql("""
                        insert into account.webhook_inbox
                            (id, type, customer, status, created_at, received_at, payload, next_attempt_at, ended_at)
                        values (:id, :type, :customer, :status, :created, :now, :payload, :now, :ended)
                        on conflict do nothing""")
                        .param("id", Columns.text(entry.id()))
                        .param("type", Columns.text(entry.type()))
                        .param("customer", Columns.textOrNull(entry.customer()))
                        .param("status", status.name())
                        .param("created", Columns.parameter(entry.createdAt()))
                        .param("now", Columns.parameter(now))
                        .param("payload", Columns.textOrNull(entry.payload()))
                        .param("ended", status == Status.PENDING ? null : Columns.parameter(now))
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public Optional<Claim> claim(Instant now, Instant until, int limit) {
        return claiming.claim(now, until, limit);
    }

    @Override
    public void finish(Claim claim, Status status, @Nullable String reason, Instant now) {
        int ended = of(claim, """
                        update account.webhook_inbox
                        set status = :status, reason = :reason, ended_at = :now, claim_token = null,
                            attempts = attempts + case when :status = 'PARKED' then 1 else 0 end""")
                .param("status", status.name())
                .param("reason", Columns.textOrNull(reason))
                .param("now", Columns.parameter(now))
                .update();
        if (ended < claim.entries().size()) {
            throw new ClaimLost();
        }
    }

    @Override
    public void giveBack(Claim claim, String reason, Instant retryAt) {
        of(claim, """
                        update account.webhook_inbox
                        set next_attempt_at = :retry, reason = :reason, claim_token = null, attempts = attempts + 1""")
                .param("retry", Columns.parameter(retryAt))
                .param("reason", Columns.text(reason))
                .update();
    }

    @Override
    public void address(Claim claim, String customer) {
        of(claim, """
                        update account.webhook_inbox
                        set customer = :customer, next_attempt_at = received_at, claim_token = null""").param("customer", Columns.text(customer)).update();
    }

    /** As far as the entries of the claim were not taken over. */
    private StatementSpec of(Claim claim, String update) {
        return jdbc.sql(update + " where id in (:ids) and claim_token = :token and status = 'PENDING'")
                .param("ids", claim.entries().stream().map(Entry::id).toList())
                .param("token", claim.token());
    }

    @Override
    public List<Filed> entries(@Nullable Status status, @Nullable String beforeId, int limit) {
        StatementSpec query = jdbc.sql("select * from account.webhook_inbox where true"
                        + (status == null ? "" : " and status = '" + status.name() + "'")
                        + (beforeId == null
                                ? ""
                                : " and (received_at, id) < (select received_at, id from account.webhook_inbox"
                                        + " where id = :before)")
                        + " order by received_at desc, id desc limit :limit")
                .param("limit", limit);
        return (beforeId == null ? query : query.param("before", beforeId))
                .query(JdbcWebhookInbox::read)
                .list();
    }

    private static Filed read(ResultSet row, int number) throws SQLException {
        Status status = Status.valueOf(row.getString("status"));
        return new Filed(
                row.getString("id"),
                row.getString("type"),
                row.getString("customer"),
                status,
                time(row, "created_at"),
                time(row, "received_at"),
                status == Status.APPLIED ? time(row, "ended_at") : null,
                row.getLong("attempts"),
                row.getString("reason"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public boolean retry(String id, Instant now) {
        return jdbc.sql("""
                        update account.webhook_inbox
                        set status = 'PENDING', attempts = 0, reason = null, ended_at = null, next_attempt_at = :now
                        where id = :id and status in ('PARKED', 'IGNORED')""")
                        .param("id", id)
                        .param("now", Columns.parameter(now))
                        .update()
                == 1;
    }

    /** The status stands in the statement, so that its partial index is found. */
    @Override
    public long count(Status status) {
        return jdbc.sql("select count(*) from account.webhook_inbox where status = '" + status.name() + "'")
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Instant> oldestPending() {
        return jdbc.sql("select min(received_at) as oldest from account.webhook_inbox where status = 'PENDING'")
                .query((row, number) -> Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public void forget(String customer) {
        jdbc.sql("update account.webhook_inbox set payload = null where customer = :customer and payload is not null")
                .param("customer", customer)
                .update();
    }

    @Override
    public int forgetBefore(Instant time) {
        int asked = jdbc.sql("delete from account.webhook_inbox where type = '" + ASKED
                        + "' and ended_at < :time and status <> 'PARKED'")
                .param("time", Columns.parameter(time))
                .update();
        int told = jdbc.sql("""
                        update account.webhook_inbox set payload = null
                        where ended_at < :time and payload is not null and status <> 'PARKED'""")
                .param("time", Columns.parameter(time))
                .update();
        return asked + told;
    }
}
