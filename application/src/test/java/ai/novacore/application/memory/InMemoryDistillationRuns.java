package ai.novacore.application.memory;

import ai.novacore.application.memory.port.out.DistillationRuns;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs in memory. What was done in a transaction that failed is taken back by what {@link #savepoint} gives. */
public final class InMemoryDistillationRuns implements DistillationRuns {
    private Contents contents = new Contents(List.of(), List.of(), List.of());

    private record Row(Run run, Hold hold, @Nullable Instant endedAt, Totals totals) {
        Row with(Hold newHold, @Nullable UserId cursor, Totals newTotals) {
            return new Row(new Run(run.id(), run.startedAt(), cursor), newHold, endedAt, newTotals);
        }
    }

    private record Planned(RunId run, Batch batch) {}

    private record Failed(RunId run, Failure failure) {}

    private record Contents(List<Row> rows, List<Planned> planned, List<Failed> failed) {
        Contents {
            rows = List.copyOf(rows);
            planned = List.copyOf(planned);
            failed = List.copyOf(failed);
        }
    }

    /** Takes back all that is done from now on. */
    public synchronized Runnable savepoint() {
        Contents before = contents;
        return () -> restore(before);
    }

    private synchronized void restore(Contents before) {
        contents = before;
    }

    @Override
    public synchronized Optional<Run> take(Hold fresh, Instant now) {
        Optional<Row> unfinished =
                contents.rows.stream().filter(row -> row.endedAt == null).findFirst();
        if (unfinished.isPresent()) {
            Row row = unfinished.get();
            if (row.hold.until().isAfter(now)) {
                return Optional.empty();
            }
            Hold taken = new Hold(row.run.id(), fresh.by(), fresh.until());
            replace(row.with(taken, row.run.cursor(), row.totals));
            return Optional.of(row.run);
        }
        Run run = new Run(fresh.run(), now, null);
        replace(new Row(run, fresh, null, new Totals(0, 0, 0, 0, 0)));
        return Optional.of(run);
    }

    @Override
    public synchronized void renew(Hold hold) {
        Row row = held(hold);
        replace(row.with(hold, row.run.cursor(), row.totals));
    }

    @Override
    public synchronized void plan(Hold hold, UserId owner, long processed, List<Batch> batches) {
        Row row = held(hold);
        replace(row.with(hold, owner, plus(row.totals, processed, 0, 0, 0, 0)));
        List<Planned> planned = new ArrayList<>(contents.planned);
        batches.forEach(batch -> planned.add(new Planned(hold.run(), batch)));
        contents = new Contents(contents.rows, planned, contents.failed);
    }

    @Override
    public synchronized Optional<Batch> next(RunId run) {
        return contents.planned.stream()
                .filter(planned -> planned.run.equals(run))
                .map(Planned::batch)
                .min(Comparator.comparingLong(Batch::position));
    }

    @Override
    public synchronized void done(Hold hold, Batch batch, long promoted, long merged, long expired) {
        Row row = held(hold);
        replace(row.with(hold, row.run.cursor(), plus(row.totals, 0, promoted, merged, expired, 0)));
        drop(planned -> planned.run.equals(hold.run()) && planned.batch.position() == batch.position());
    }

    @Override
    public synchronized void fail(Hold hold, UserId owner, String reason, Instant at) {
        Row row = held(hold);
        replace(row.with(hold, owner, plus(row.totals, 0, 0, 0, 0, 1)));
        drop(planned -> planned.run.equals(hold.run()) && planned.batch.owner().equals(owner));
        if (failures(hold.run()).stream().noneMatch(failure -> failure.owner().equals(owner))) {
            List<Failed> failed = new ArrayList<>(contents.failed);
            failed.add(new Failed(hold.run(), new Failure(owner, reason, at)));
            contents = new Contents(contents.rows, contents.planned, failed);
        }
    }

    @Override
    public synchronized Totals end(Hold hold, Instant at) {
        Row row = held(hold);
        replace(new Row(new Run(row.run.id(), row.run.startedAt(), null), hold, at, row.totals));
        return row.totals;
    }

    @Override
    public synchronized void release(Hold hold) {
        find(hold.run())
                .filter(row -> row.endedAt == null && row.hold.by().equals(hold.by()))
                .ifPresent(row -> replace(
                        row.with(new Hold(hold.run(), hold.by(), row.run.startedAt()), row.run.cursor(), row.totals)));
    }

    @Override
    public synchronized Optional<Boolean> isOver(RunId run) {
        return find(run).map(row -> row.endedAt != null);
    }

    @Override
    public synchronized List<Failure> failures(RunId run) {
        return contents.failed.stream()
                .filter(failed -> failed.run.equals(run))
                .map(Failed::failure)
                .sorted(Comparator.comparing(failure -> failure.owner().value()))
                .toList();
    }

    @Override
    public synchronized void removeAll(UserId owner) {
        drop(planned -> planned.batch.owner().equals(owner));
        contents = new Contents(
                contents.rows,
                contents.planned,
                contents.failed.stream()
                        .filter(failed -> !failed.failure.owner().equals(owner))
                        .toList());
    }

    private Optional<Row> find(RunId run) {
        return contents.rows.stream().filter(row -> row.run.id().equals(run)).findFirst();
    }

    private Row held(Hold hold) {
        return find(hold.run())
                .filter(row -> row.endedAt == null && row.hold.by().equals(hold.by()))
                .orElseThrow(HoldLost::new);
    }

    private void replace(Row row) {
        List<Row> rows = new ArrayList<>(contents.rows);
        rows.removeIf(before -> before.run.id().equals(row.run.id()));
        rows.add(row);
        contents = new Contents(rows, contents.planned, contents.failed);
    }

    private void drop(Predicate<Planned> done) {
        contents = new Contents(
                contents.rows, contents.planned.stream().filter(done.negate()).toList(), contents.failed);
    }

    private static Totals plus(Totals totals, long processed, long promoted, long merged, long expired, long failed) {
        return new Totals(
                totals.processed() + processed,
                totals.promoted() + promoted,
                totals.merged() + merged,
                totals.expired() + expired,
                totals.failed() + failed);
    }
}
