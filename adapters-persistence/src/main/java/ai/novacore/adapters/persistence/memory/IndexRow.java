package ai.novacore.adapters.persistence.memory;

import ai.novacore.application.memory.Embedding;
import ai.novacore.application.memory.port.out.MemoryIndex.Entry;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** An entry of the index as a row. */
final class IndexRow {
    static final String COLUMNS =
            "memory_id, owner, tier, text, model, vector, importance, occurred_at, thread, position, version";

    private IndexRow() {}

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new MemoryId(row.getString("memory_id")),
                new UserId(row.getString("owner")),
                MemoryTier.valueOf(row.getString("tier")),
                row.getString("text"),
                new Embedding(row.getString("model"), VectorColumn.fromBytes(row.getBytes("vector"))),
                row.getDouble("importance"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("thread"));
    }
}
