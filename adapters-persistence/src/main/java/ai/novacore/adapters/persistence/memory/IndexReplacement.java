package ai.novacore.adapters.persistence.memory;

import ai.novacore.application.memory.port.out.MemoryIndex.Refill;
import ai.novacore.domain.shared.DomainRejection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Replaces the entries of the index in the caller's transaction: fills a table of this transaction alone, has writers wait,
 * lets what came meanwhile be added, and brings over what differs. What is the same keeps its version, so that nodes do
 * not read it again, and its position.
 */
final class IndexReplacement {
    /** Of the advisory lock that is held by the one replacement that is under way. */
    private static final long LOCK = 0x6d656d6f7279L;

    private static final String COLUMNS = "owner, tier, text, model, vector, importance, occurred_at, thread";

    private final JdbcClient jdbc;

    IndexReplacement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(Refill refill) {
        boolean alone = jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
        if (!alone) {
            throw DomainRejection.conflict("run_in_progress", "The index is being rebuilt already.");
        }
        for (String table : new String[] {"memory_index", "memory_index_state"}) {
            run("create temporary table next_%1$s (like readmodel.%1$s including all) on commit drop".formatted(table));
        }
        IndexTable next = new IndexTable(jdbc, "pg_temp.next_memory_index", "pg_temp.next_memory_index_state");
        refill.fill(next);
        // Writers wait from here on, readers do not.
        run("lock table readmodel.memory_index, readmodel.memory_index_state in exclusive mode");
        refill.catchUp(next);
        removeWhatIsGone();
        bringOverWhatDiffers();
    }

    private void removeWhatIsGone() {
        run("""
                with gone as (
                    delete from readmodel.memory_index present
                    where not exists (select 1 from pg_temp.next_memory_index fresh where fresh.memory_id = present.memory_id)
                    returning owner
                )
                update readmodel.memory_index_state set epoch = nextval('readmodel.memory_index_epoch')
                where owner in (select owner from gone)""");
    }

    private void bringOverWhatDiffers() {
        run("""
                create temporary table changed_memory on commit drop as
                select fresh.* from pg_temp.next_memory_index fresh
                where not exists (
                    select 1 from readmodel.memory_index present
                    where present.memory_id = fresh.memory_id and row(%1$s) is not distinct from row(%2$s))""".formatted(columnsOf("present"), columnsOf("fresh")));
        run("""
                insert into readmodel.memory_index_state as known (owner, epoch, version)
                select owner, nextval('readmodel.memory_index_epoch'), 1
                from (select distinct owner from changed_memory) owners
                on conflict (owner) do update set version = known.version + 1""");
        run("""
                insert into readmodel.memory_index as present (memory_id, %1$s, position, version)
                select changed.memory_id, %2$s, changed.position, state.version
                from changed_memory changed join readmodel.memory_index_state state using (owner)
                on conflict (memory_id) do update set (%1$s, version) = (%3$s, excluded.version)""".formatted(COLUMNS, columnsOf("changed"), columnsOf("excluded")));
    }

    private static String columnsOf(String table) {
        return table + "." + COLUMNS.replace(", ", ", " + table + ".");
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
