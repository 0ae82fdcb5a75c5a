package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.memory.port.out.DistillationRuns;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcDistillationRuns implements DistillationRuns {
    private static final StepsColumn STEPS = new StepsColumn();

    private final JdbcClient jdbc;

    JdbcDistillationRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Run> take(Hold fresh, Instant now) {
        Optional<Run> unfinished = jdbc.sql("""
                update account.distillation_run set held_by = :by, held_until = :until
                where ended_at is null and held_until <= :now
                returning run_id, started_at, cursor""")
                .param("by", fresh.by())
                .param("until", Columns.parameter(fresh.until()))
                .param("now", Columns.parameter(now))
                .query(JdbcDistillationRuns::run)
                .optional();
        return unfinished.isPresent() ? unfinished : begin(fresh, now);
    }

    private Optional<Run> begin(Hold fresh, Instant now) {
        return jdbc.sql("""
                insert into account.distillation_run (run_id, started_at, held_by, held_until)
                values (:run, :now, :by, :until)
                on conflict do nothing
                returning run_id, started_at, cursor""")
                .param("run", fresh.run().value())
                .param("now", Columns.parameter(now))
                .param("by", fresh.by())
                .param("until", Columns.parameter(fresh.until()))
                .query(JdbcDistillationRuns::run)
                .optional();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        String cursor = row.getString("cursor");
        return new Run(
                new RunId(row.getString("run_id")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                cursor == null ? null : new UserId(cursor));
    }

    @Override
    public void renew(Hold hold) {
        requireHeld(held("held_until = :until", hold));
    }

    @Override
    public void plan(Hold hold, UserId owner, long processed, List<Batch> batches) {
        requireHeld(held("held_until = :until, cursor = :owner, processed = processed + :processed", hold)
                .param("owner", owner.value())
                .param("processed", processed));
        for (Batch batch : batches) {
            jdbc.sql("""
                    insert into account.distillation_batch (run_id, position, owner, steps)
                    values (:run, :position, :owner, :steps)""")
                    .param("run", hold.run().value())
                    .param("position", batch.position())
                    .param("owner", batch.owner().value())
                    .param("steps", STEPS.convertToDatabaseColumn(batch.steps()))
                    .update();
        }
    }

    @Override
    public Optional<Batch> next(RunId run) {
        return jdbc.sql("""
                select position, owner, steps from account.distillation_batch
                where run_id = :run order by position limit 1""")
                .param("run", run.value())
                .query((row, number) -> new Batch(
                        row.getLong("position"),
                        new UserId(row.getString("owner")),
                        STEPS.convertToEntityAttribute(row.getString("steps"))))
                .optional();
    }

    @Override
    public void done(Hold hold, Batch batch, long promoted, long merged, long expired) {
        requireHeld(held("""
                held_until = :until, promoted = promoted + :promoted, merged = merged + :merged,
                expired = expired + :expired""", hold)
                .param("promoted", promoted)
                .param("merged", merged)
                .param("expired", expired));
        jdbc.sql("delete from account.distillation_batch where run_id = :run and position = :position")
                .param("run", hold.run().value())
                .param("position", batch.position())
                .update();
    }

    @Override
    public void fail(Hold hold, UserId owner, String reason, Instant at) {
        requireHeld(held("held_until = :until, cursor = :owner, failed = failed + 1", hold)
                .param("owner", owner.value()));
        jdbc.sql("delete from account.distillation_batch where run_id = :run and owner = :owner")
                .param("run", hold.run().value())
                .param("owner", owner.value())
                .update();
        jdbc.sql("""
                insert into account.distillation_failure (run_id, owner, reason, at)
                values (:run, :owner, :reason, :at)
                on conflict (run_id, owner) do nothing""")
                .param("run", hold.run().value())
                .param("owner", owner.value())
                .param("reason", Columns.text(reason))
                .param("at", Columns.parameter(at))
                .update();
    }

    @Override
    public Totals end(Hold hold, Instant at) {
        return jdbc.sql("""
                update account.distillation_run set ended_at = :at, cursor = null
                where run_id = :run and held_by = :by and ended_at is null
                returning processed, promoted, merged, expired, failed""")
                .param("at", Columns.parameter(at))
                .param("run", hold.run().value())
                .param("by", hold.by())
                .query((row, number) -> new Totals(
                        row.getLong("processed"),
                        row.getLong("promoted"),
                        row.getLong("merged"),
                        row.getLong("expired"),
                        row.getLong("failed")))
                .optional()
                .orElseThrow(HoldLost::new);
    }

    @Override
    public void release(Hold hold) {
        jdbc.sql("""
                update account.distillation_run set held_until = started_at
                where run_id = :run and held_by = :by and ended_at is null""").param("run", hold.run().value()).param("by", hold.by()).update();
    }

    @Override
    public Optional<Boolean> isOver(RunId run) {
        return jdbc.sql("select ended_at is not null as over from account.distillation_run where run_id = :run")
                .param("run", run.value())
                .query((row, number) -> row.getBoolean("over"))
                .optional();
    }

    @Override
    public List<Failure> failures(RunId run) {
        return jdbc.sql("select owner, reason, at from account.distillation_failure where run_id = :run order by owner")
                .param("run", run.value())
                .query((row, number) -> new Failure(
                        new UserId(row.getString("owner")),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void removeAll(UserId owner) {
        for (String table : List.of("distillation_batch", "distillation_failure")) {
            jdbc.sql("delete from account." + table + " where owner = :owner")
                    .param("owner", owner.value())
                    .update();
        }
    }

    /** A change of the run's row that only whoever holds it can make. */
    private StatementSpec held(String change, Hold hold) {
        return jdbc.sql("update account.distillation_run set " + change
                        + " where run_id = :run and held_by = :by and ended_at is null")
                .param("until", Columns.parameter(hold.until()))
                .param("run", hold.run().value())
                .param("by", hold.by());
    }

    private static void requireHeld(StatementSpec change) {
        if (change.update() == 0) {
            throw new HoldLost();
        }
    }
}
