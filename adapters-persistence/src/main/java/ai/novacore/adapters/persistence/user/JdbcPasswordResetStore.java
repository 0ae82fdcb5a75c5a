package ai.novacore.adapters.persistence.user;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.user.port.out.PasswordResetStore;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.TokenHash;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcPasswordResetStore implements PasswordResetStore {
    private final JdbcClient jdbc;

    JdbcPasswordResetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void replace(TokenHash token, PasswordReset reset) {
        jdbc.sql("""
                insert into account.password_reset (user_id, token_hash, expires_at) values (:user, :token, :expires)
                on conflict (user_id) do update
                set token_hash = excluded.token_hash, expires_at = excluded.expires_at""")
                .param("user", reset.user().value())
                .param("token", token.value())
                .param("expires", Columns.parameter(reset.expiresAt()))
                .update();
    }

    @Override
    public Optional<PasswordReset> find(TokenHash token) {
        return jdbc.sql("select user_id, expires_at from account.password_reset where token_hash = :token")
                .param("token", token.value())
                .query((row, number) -> new PasswordReset(
                        new UserId(row.getString("user_id")),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public boolean use(TokenHash token) {
        return jdbc.sql("delete from account.password_reset where token_hash = :token")
                        .param("token", token.value())
                        .update()
                == 1;
    }

    @Override
    public void remove(UserId user) {
        jdbc.sql("delete from account.password_reset where user_id = :user")
                .param("user", user.value())
                .update();
    }
}
