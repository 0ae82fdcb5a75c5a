package ai.novacore.adapters.persistence.user;

import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcEmailRegistry implements EmailRegistry {
    private final JdbcClient jdbc;

    JdbcEmailRegistry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** PostgreSQL has the second of two wait for the first one's transaction, and the caller's stays usable. */
    @Override
    public boolean claim(EmailAddress email, UserId user) {
        return jdbc.sql("""
                        insert into account.email_registry (email, user_id) values (:email, :user)
                        on conflict (email) do nothing""")
                        .param("email", email.value())
                        .param("user", user.value())
                        .update()
                == 1;
    }

    @Override
    public Optional<UserId> find(EmailAddress email) {
        return jdbc.sql("select user_id from account.email_registry where email = :email")
                .param("email", email.value())
                .query(String.class)
                .optional()
                .map(UserId::new);
    }

    @Override
    public Optional<EmailAddress> addressOf(UserId user) {
        return jdbc.sql("select email from account.email_registry where user_id = :user")
                .param("user", user.value())
                .query(String.class)
                .optional()
                .map(EmailAddress::new);
    }

    @Override
    public void release(UserId user) {
        jdbc.sql("delete from account.email_registry where user_id = :user")
                .param("user", user.value())
                .update();
    }
}
