package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.memory.Embedding;
import ai.novacore.application.memory.port.out.MemoryEntries;
import ai.novacore.application.memory.port.out.MemoryIndex.Entry;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries as rows of a table, and beside it a table of the version of each person's. Works in the caller's transaction. */
final class IndexTable implements MemoryEntries {
    private static final Embedding NOTHING = new Embedding("", new float[0]);

    private final JdbcClient jdbc;
    private final String entries;
    private final String states;

    /**
     * @param entries the table of entries, to be trusted
     * @param states the table of versions, to be trusted
     */
    IndexTable(JdbcClient jdbc, String entries, String states) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.states = states;
    }

    /** The row of the person is locked until the transaction ends, so that versions are seen in their order. */
    @Override
    public void put(Entry entry) {
        jdbc.sql("""
                with state as (
                    insert into %2$s as known (owner, epoch, version)
                    values (:owner, nextval('readmodel.memory_index_epoch'), 1)
                    on conflict (owner) do update set version = known.version + 1
                    returning version
                )
                insert into %1$s (memory_id, owner, tier, text, model, vector, importance, occurred_at,
                    thread, position, version)
                select :id, :owner, :tier, :text, :model, :vector, :importance, :occurredAt, :thread, state.version,
                    state.version
                from state
                on conflict (memory_id) do update set owner = excluded.owner, tier = excluded.tier,
                    text = excluded.text, model = excluded.model, vector = excluded.vector,
                    importance = excluded.importance, occurred_at = excluded.occurred_at, thread = excluded.thread,
                    version = excluded.version""".formatted(entries, states))
                .param("id", entry.id().value())
                .param("owner", entry.owner().value())
                .param("tier", entry.tier().name())
                .param("text", Columns.text(entry.text()))
                .param("model", entry.embedding().model())
                .param("vector", VectorColumn.toBytes(entry.embedding().vector()))
                .param("importance", entry.importance())
                .param("occurredAt", Columns.parameter(entry.occurredAt()))
                .param("thread", Columns.textOrNull(entry.thread()))
                .update();
    }

    @Override
    public Optional<Entry> find(MemoryId id) {
        return row(id).filter(entry -> !entry.text().isEmpty());
    }

    @Override
    public Optional<Entry> hidden(MemoryId id) {
        return row(id).filter(entry -> entry.text().isEmpty());
    }

    private Optional<Entry> row(MemoryId id) {
        return jdbc.sql("select " + IndexRow.COLUMNS + " from " + entries + " where memory_id = :id")
                .param("id", id.value())
                .query((row, number) -> IndexRow.entry(row))
                .optional();
    }

    /** The row stays, so that nodes learn of it by its version as of every other change. */
    @Override
    public void hide(MemoryId id) {
        find(id).ifPresent(entry -> put(new Entry(
                id, entry.owner(), entry.tier(), "", NOTHING, entry.importance(), entry.occurredAt(), entry.thread())));
    }

    @Override
    public void remove(MemoryId id) {
        jdbc.sql("""
                with removed as (
                    delete from %1$s where memory_id = :id returning owner
                )
                update %2$s set epoch = nextval('readmodel.memory_index_epoch')
                where owner in (select owner from removed)""".formatted(entries, states)).param("id", id.value()).update();
    }

    @Override
    public void removeAll(UserId owner) {
        for (String table : List.of(entries, states)) {
            jdbc.sql("delete from " + table + " where owner = :owner")
                    .param("owner", owner.value())
                    .update();
        }
    }
}
