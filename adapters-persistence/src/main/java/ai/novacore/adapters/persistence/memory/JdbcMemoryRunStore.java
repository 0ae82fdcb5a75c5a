package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.adapters.persistence.Keyset;
import ai.novacore.application.memory.port.out.MemoryRunStore;
import ai.novacore.application.memory.readmodel.MemoryRun;
import ai.novacore.application.memory.readmodel.MemoryRun.Kind;
import ai.novacore.application.memory.readmodel.MemoryRun.Worker;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcMemoryRunStore implements MemoryRunStore {

    /** All parts of a statement see what was there before it, so a memory counts as undone only the first time. */
    private static final String COUNT_UNDONE = """
            , firsts as (
                select distinct run_id, owner from taken
                where not exists (
                    select from memory_run_change before
                    where before.run_id = taken.run_id and before.memory_id = taken.memory_id and before.undone))
            update memory_run counted set undone = undone + 1 from firsts
            where counted.run_id = firsts.run_id and counted.owner = firsts.owner""";

    private final JdbcClient jdbc;

    JdbcMemoryRunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Change change) {
        jdbc.sql("""
                with added as (
                    insert into memory_run_change (run_id, memory_id, kind, owner)
                    values (:run, :memory, :kind, :owner)
                    on conflict do nothing
                    returning run_id, owner, kind)
                insert into memory_run as counted
                    (run_id, owner, worker, at, promoted, merged, superseded, expired, stored, undone)
                select run_id, owner, :worker, :at, (kind = 'PROMOTED')::int, (kind = 'MERGED')::int,
                    (kind = 'SUPERSEDED')::int, (kind = 'EXPIRED')::int, (kind = 'STORED')::int, 0
                from added
                on conflict (run_id, owner) do update set
                    promoted = counted.promoted + excluded.promoted,
                    merged = counted.merged + excluded.merged,
                    superseded = counted.superseded + excluded.superseded,
                    expired = counted.expired + excluded.expired,
                    stored = counted.stored + excluded.stored""")
                .param("run", change.run().value())
                .param("memory", change.memory().value())
                .param("kind", change.kind().name())
                .param("owner", change.owner().value())
                .param("worker", change.worker().name())
                .param("at", Columns.parameter(change.at()))
                .update();
    }

    @Override
    public void undone(RunId run, MemoryId memory) {
        jdbc.sql("""
                with taken as (
                    update memory_run_change set undone = true
                    where run_id = :run and memory_id = :memory and not undone
                    returning run_id, memory_id, owner)""" + COUNT_UNDONE)
                .param("run", run.value())
                .param("memory", memory.value())
                .update();
    }

    @Override
    public void undone(MemoryId memory, Collection<Kind> kinds) {
        jdbc.sql("""
                with taken as (
                    update memory_run_change set undone = true
                    where memory_id = :memory and kind in (:kinds) and not undone
                    returning run_id, memory_id, owner)""" + COUNT_UNDONE)
                .param("memory", memory.value())
                .param("kinds", kinds.stream().map(Kind::name).toList())
                .update();
    }

    @Override
    public Page<MemoryRun> list(UserId owner, PageRequest page) {
        Keyset keyset = Keyset.of(page);
        List<MemoryRun> rows = jdbc.sql("""
                select * from memory_run
                where owner = :owner and (at, run_id) < (:at, :run)
                order by at desc, run_id desc limit :limit""")
                .param("owner", owner.value())
                .param("at", Columns.parameter(keyset.at()))
                .param("run", keyset.id())
                .param("limit", keyset.limit().max())
                .query(JdbcMemoryRunStore::read)
                .list();
        return keyset.page(
                rows, Function.identity(), run -> new Cursor(run.at(), run.id().value()));
    }

    @Override
    public Optional<MemoryRun> find(RunId run, UserId owner) {
        return jdbc.sql("select * from memory_run where run_id = :run and owner = :owner")
                .param("run", run.value())
                .param("owner", owner.value())
                .query(JdbcMemoryRunStore::read)
                .optional();
    }

    @Override
    public boolean exists(RunId run) {
        return jdbc.sql("select exists (select from memory_run where run_id = :run)")
                .param("run", run.value())
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    @Override
    public List<Touched> touched(RunId run, @Nullable UserId owner, @Nullable MemoryId after, int limit) {
        StatementSpec query = jdbc.sql("select distinct memory_id, owner from memory_run_change"
                        + " where run_id = :run and memory_id > :after and not undone"
                        + (owner == null ? "" : " and owner = :owner")
                        + " order by memory_id limit :limit")
                .param("run", run.value())
                .param("after", after == null ? "" : after.value())
                .param("limit", limit);
        return (owner == null ? query : query.param("owner", owner.value()))
                .query((row, number) ->
                        new Touched(new MemoryId(row.getString("memory_id")), new UserId(row.getString("owner"))))
                .list();
    }

    @Override
    public Map<MemoryId, Set<Kind>> undone(UserId owner) {
        Map<MemoryId, Set<Kind>> undone = new HashMap<>();
        jdbc.sql("select memory_id, kind from memory_run_change where owner = :owner and undone")
                .param("owner", owner.value())
                .query(row -> {
                    undone.computeIfAbsent(new MemoryId(row.getString("memory_id")), any -> EnumSet.noneOf(Kind.class))
                            .add(Kind.valueOf(row.getString("kind")));
                });
        return undone;
    }

    @Override
    public void removeAll(UserId owner) {
        for (String table : List.of("memory_run_change", "memory_run")) {
            jdbc.sql("delete from " + table + " where owner = :owner")
                    .param("owner", owner.value())
                    .update();
        }
    }

    private static MemoryRun read(ResultSet row, int number) throws SQLException {
        return new MemoryRun(
                new RunId(row.getString("run_id")),
                new UserId(row.getString("owner")),
                Worker.valueOf(row.getString("worker")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("promoted"),
                row.getLong("merged"),
                row.getLong("superseded"),
                row.getLong("expired"),
                row.getLong("stored"),
                row.getLong("undone"));
    }
}
