package ai.novacore.adapters.persistence.conversation;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.conversation.port.out.NodeRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcNodeRegistry implements NodeRegistry {
    private final JdbcClient jdbc;

    JdbcNodeRegistry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void renew(String node, Instant now, Duration lease) {
        jdbc.sql("""
                insert into account.node_lease (node, expires_at) values (:node, :expires)
                on conflict (node) do update set expires_at = excluded.expires_at""")
                .param("node", node)
                .param("expires", Columns.parameter(now.plus(lease)))
                .update();
    }

    @Override
    public Set<String> alive(Instant now) {
        return jdbc.sql("select node from account.node_lease where expires_at > :now")
                .param("now", Columns.parameter(now))
                .query((row, number) -> row.getString("node"))
                .set();
    }

    @Override
    public void clear() {
        jdbc.sql("delete from account.node_lease").update();
    }
}
