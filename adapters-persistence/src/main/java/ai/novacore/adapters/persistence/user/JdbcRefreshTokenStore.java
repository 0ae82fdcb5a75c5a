package ai.novacore.adapters.persistence.user;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.user.port.out.RefreshTokenStore;
import ai.novacore.domain.user.TokenHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcRefreshTokenStore implements RefreshTokenStore {
    private final JdbcClient jdbc;

    JdbcRefreshTokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(TokenHash token, String session, Instant expiresAt) {
        jdbc.sql("""
                insert into account.refresh_token (token_hash, session, expires_at)
                values (:token, :session, :expires)""")
                .param("token", token.value())
                .param("session", session)
                .param("expires", Columns.parameter(expiresAt))
                .update();
    }

    @Override
    public Optional<StoredToken> find(TokenHash token) {
        return jdbc.sql("select session, expires_at, used_at from account.refresh_token where token_hash = :token")
                .param("token", token.value())
                .query((row, number) -> read(row))
                .optional();
    }

    private static StoredToken read(ResultSet row) throws SQLException {
        OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
        return new StoredToken(
                row.getString("session"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    /** One statement, so that its row lock decides who was first. */
    @Override
    public boolean use(TokenHash token, Instant now) {
        return jdbc.sql("""
                        update account.refresh_token set used_at = :now
                        where token_hash = :token and used_at is null""")
                        .param("token", token.value())
                        .param("now", Columns.parameter(now))
                        .update()
                == 1;
    }
}
