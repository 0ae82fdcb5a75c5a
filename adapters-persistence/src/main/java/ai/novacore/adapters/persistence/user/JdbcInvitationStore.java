package ai.novacore.adapters.persistence.user;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.adapters.persistence.Keyset;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.user.port.out.InvitationStore;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcInvitationStore implements InvitationStore {
    private static final String ALL = """
            select id, email, status, reason, invited_by, invited_at, sent_at, user_id, registered_at
            from account.invitation
            """;

    private final JdbcClient jdbc;

    JdbcInvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Invitation invitation) {
        return jdbc.sql("""
                        insert into account.invitation (id, email, status, invited_by, invited_at)
                        values (:id, :email, :status, :by, :at)
                        on conflict (email) do nothing""")
                        .param("id", invitation.id())
                        .param("email", invitation.email().value())
                        .param("status", invitation.status().name())
                        .param("by", invitation.invitedBy().value())
                        .param("at", Columns.parameter(invitation.invitedAt()))
                        .update()
                == 1;
    }

    @Override
    public Optional<Invitation> find(String id) {
        return jdbc.sql(ALL + "where id = :id")
                .param("id", id)
                .query(JdbcInvitationStore::read)
                .optional();
    }

    @Override
    public Optional<Invitation> find(EmailAddress email) {
        return jdbc.sql(ALL + "where email = :email")
                .param("email", email.value())
                .query(JdbcInvitationStore::read)
                .optional();
    }

    /** One statement, so that its row lock decides who was first. */
    @Override
    public boolean renew(EmailAddress email, UserId invitedBy, Instant at, Instant invitedBefore) {
        return jdbc.sql("""
                        update account.invitation
                        set status = 'PENDING', reason = null, invited_by = :by, invited_at = :at
                        where email = :email and user_id is null and invited_at < :before""")
                        .param("email", email.value())
                        .param("by", invitedBy.value())
                        .param("at", Columns.parameter(at))
                        .param("before", Columns.parameter(invitedBefore))
                        .update()
                == 1;
    }

    @Override
    public void sent(String id, Instant at) {
        jdbc.sql("""
                update account.invitation set status = 'SENT', sent_at = :at
                where id = :id and status = 'PENDING'""").param("id", id).param("at", Columns.parameter(at)).update();
    }

    @Override
    public void undeliverable(String id, String reason) {
        jdbc.sql("""
                update account.invitation set status = 'UNDELIVERABLE', reason = :reason
                where id = :id and status = 'PENDING'""").param("id", id).param("reason", reason).update();
    }

    @Override
    public void registered(@Nullable String id, EmailAddress email, UserId user, Instant at) {
        jdbc.sql("""
                update account.invitation
                set status = 'REGISTERED', reason = null, user_id = :user, registered_at = :at
                where (id = :id or email = :email) and user_id is null""")
                .param("id", id == null ? "" : Columns.text(id))
                .param("email", email.value())
                .param("user", user.value())
                .param("at", Columns.parameter(at))
                .update();
    }

    @Override
    public void verified(UserId user) {
        jdbc.sql("update account.invitation set status = 'VERIFIED' where user_id = :user")
                .param("user", user.value())
                .update();
    }

    @Override
    public void remove(UserId user, EmailAddress email) {
        jdbc.sql("delete from account.invitation where user_id = :user or email = :email")
                .param("user", user.value())
                .param("email", email.value())
                .update();
    }

    @Override
    public Page<Invitation> list(PageRequest page) {
        Keyset keyset = Keyset.of(page);
        return keyset.page(
                jdbc.sql(ALL + "where (invited_at, id) < (:at, :id) order by invited_at desc, id desc limit :limit")
                        .param("at", Columns.parameter(keyset.at()))
                        .param("id", keyset.id())
                        .param("limit", keyset.limit().max())
                        .query(JdbcInvitationStore::read)
                        .list(),
                Function.identity(),
                invitation -> new Cursor(invitation.invitedAt(), invitation.id()));
    }

    private static Invitation read(ResultSet row, int number) throws SQLException {
        String user = row.getString("user_id");
        return new Invitation(
                row.getString("id"),
                new EmailAddress(row.getString("email")),
                Status.valueOf(row.getString("status")),
                row.getString("reason"),
                new UserId(row.getString("invited_by")),
                row.getObject("invited_at", OffsetDateTime.class).toInstant(),
                time(row, "sent_at"),
                user == null ? null : new UserId(user),
                time(row, "registered_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
