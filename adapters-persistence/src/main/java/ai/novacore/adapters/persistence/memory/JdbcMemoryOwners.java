package ai.novacore.adapters.persistence.memory;

import ai.novacore.application.memory.port.out.MemoryOwners;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Finds owners along the index that counts their memories. */
@Transactional
class JdbcMemoryOwners implements MemoryOwners {
    private final JdbcClient jdbc;

    JdbcMemoryOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UserId> after(@Nullable UserId after, int limit) {
        return jdbc.sql("""
                select distinct owner from readmodel.memory_shelf
                where status = 'ACTIVE' and owner > :after
                order by owner limit :limit""")
                .param("after", after == null ? "" : after.value())
                .param("limit", limit)
                .query((row, number) -> new UserId(row.getString("owner")))
                .list();
    }
}
