package ai.novacore.adapters.persistence.user;

import ai.novacore.application.user.port.out.VerificationTokenStore;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.TokenHash;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcVerificationTokenStore implements VerificationTokenStore {
    private final JdbcClient jdbc;

    JdbcVerificationTokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(TokenHash token, UserId user) {
        jdbc.sql("insert into account.verification_token (token_hash, user_id) values (:token, :user)")
                .param("token", token.value())
                .param("user", user.value())
                .update();
    }

    @Override
    public Optional<UserId> owner(TokenHash token) {
        return jdbc.sql("select user_id from account.verification_token where token_hash = :token")
                .param("token", token.value())
                .query(String.class)
                .optional()
                .map(UserId::new);
    }

    @Override
    public void remove(UserId user) {
        jdbc.sql("delete from account.verification_token where user_id = :user")
                .param("user", user.value())
                .update();
    }
}
