package ai.novacore.adapters.persistence.memory;

import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.port.out.WordAnalyzer;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The index as a durable table, and its copies in the memory of the nodes, which {@link NodeCopies} brings up to date
 * before each search. Of SQL a search needs only the question whether anything has changed.
 */
@Transactional
class PostgresMemoryIndex implements MemoryIndex {
    private final IndexTable table;
    private final IndexReplacement replacement;
    private final NodeCopies copies;

    PostgresMemoryIndex(JdbcClient jdbc, WordAnalyzer analyzer) {
        this.table = new IndexTable(jdbc, "memory_index", "memory_index_state");
        this.replacement = new IndexReplacement(jdbc);
        this.copies = new NodeCopies(jdbc, analyzer);
    }

    @Override
    public void put(Entry entry) {
        table.put(entry);
    }

    @Override
    public Optional<Entry> find(MemoryId id) {
        return table.find(id);
    }

    @Override
    public void hide(MemoryId id) {
        table.hide(id);
    }

    @Override
    public Optional<Entry> hidden(MemoryId id) {
        return table.hidden(id);
    }

    @Override
    public void remove(MemoryId id) {
        table.remove(id);
    }

    @Override
    public void removeAll(UserId owner) {
        table.removeAll(owner);
    }

    @Override
    public List<Hit> search(Query query) {
        return copies.of(query.owner()).search(query);
    }

    /** In one transaction, so that it is seen as a whole or not at all. */
    @Override
    public void replace(Refill refill) {
        replacement.replace(refill);
    }
}
