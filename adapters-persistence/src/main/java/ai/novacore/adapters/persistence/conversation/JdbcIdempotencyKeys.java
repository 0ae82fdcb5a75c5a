package ai.novacore.adapters.persistence.conversation;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.conversation.port.out.IdempotencyKeys;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcIdempotencyKeys implements IdempotencyKeys {
    private final JdbcClient jdbc;

    JdbcIdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Use> find(UserId user, String key) {
        return jdbc.sql("select fingerprint, turn_id from account.idempotency_key where user_id = :user and key = :key")
                .param("user", user.value())
                .param("key", key)
                .query((row, number) -> new Use(row.getString("fingerprint"), new TurnId(row.getString("turn_id"))))
                .optional();
    }

    /** The insertion waits for whoever inserts the same key just now. */
    @Override
    public Optional<Use> claim(UserId user, String key, Use use, Instant at) {
        int free = jdbc.sql("""
                        insert into account.idempotency_key (user_id, key, fingerprint, turn_id, claimed_at)
                        values (:user, :key, :fingerprint, :turn, :at)
                        on conflict do nothing""")
                .param("user", user.value())
                .param("key", key)
                .param("fingerprint", use.fingerprint())
                .param("turn", use.turn().value())
                .param("at", Columns.parameter(at))
                .update();
        return free == 1 ? Optional.empty() : find(user, key);
    }

    @Override
    public void forgetBefore(Instant moment) {
        jdbc.sql("delete from account.idempotency_key where claimed_at < :moment")
                .param("moment", Columns.parameter(moment))
                .update();
    }

    @Override
    public void removeAll(UserId user) {
        jdbc.sql("delete from account.idempotency_key where user_id = :user")
                .param("user", user.value())
                .update();
    }
}
