package ai.novacore.adapters.persistence.memory;

import ai.novacore.application.memory.port.out.MemoryCensus;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Reads the index of the shelf that has owner and tier of what is active. */
@Transactional
class JdbcMemoryCensus implements MemoryCensus {
    private final JdbcClient jdbc;

    JdbcMemoryCensus(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UserId> after(@Nullable UserId after, int limit) {
        return jdbc.sql("""
                select distinct owner from memory_shelf
                where status = 'ACTIVE' and owner > :after
                order by owner limit :limit""")
                .param("after", after == null ? "" : after.value())
                .param("limit", limit)
                .query((row, number) -> new UserId(row.getString("owner")))
                .list();
    }

    @Override
    public Map<MemoryTier, Long> count() {
        Map<MemoryTier, Long> counts = new EnumMap<>(MemoryTier.class);
        for (MemoryTier tier : MemoryTier.values()) {
            counts.put(tier, 0L);
        }
        jdbc.sql("select tier, count(*) from memory_shelf where status = 'ACTIVE' group by tier")
                .query(row -> {
                    counts.put(MemoryTier.valueOf(row.getString("tier")), row.getLong("count"));
                });
        return counts;
    }
}
