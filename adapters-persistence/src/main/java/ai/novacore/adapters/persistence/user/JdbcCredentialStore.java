package ai.novacore.adapters.persistence.user;

import ai.novacore.application.user.port.out.CredentialStore;
import ai.novacore.domain.shared.UserId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcCredentialStore implements CredentialStore {
    private final JdbcClient jdbc;

    JdbcCredentialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(UserId user, String passwordHash) {
        jdbc.sql("""
                insert into account.credential (user_id, password_hash) values (:user, :hash)
                on conflict (user_id) do update set password_hash = excluded.password_hash""").param("user", user.value()).param("hash", passwordHash).update();
    }

    @Override
    public void replace(UserId user, String passwordHash, String by) {
        jdbc.sql("""
                update account.credential set password_hash = :by
                where user_id = :user and password_hash = :hash""")
                .param("by", by)
                .param("user", user.value())
                .param("hash", passwordHash)
                .update();
    }

    @Override
    public Optional<String> find(UserId user) {
        return jdbc.sql("select password_hash from account.credential where user_id = :user")
                .param("user", user.value())
                .query(String.class)
                .optional();
    }

    @Override
    public void remove(UserId user) {
        jdbc.sql("delete from account.credential where user_id = :user")
                .param("user", user.value())
                .update();
    }
}
