package ai.novacore.application.memory.distillation;

import ai.novacore.application.memory.port.in.DistillUseCase;
import ai.novacore.application.memory.port.in.RunReport;
import ai.novacore.application.memory.port.out.DistillationRuns;
import ai.novacore.application.memory.port.out.DistillationRuns.Batch;
import ai.novacore.application.memory.port.out.DistillationRuns.Hold;
import ai.novacore.application.memory.port.out.DistillationRuns.HoldLost;
import ai.novacore.application.memory.port.out.DistillationRuns.Run;
import ai.novacore.application.memory.port.out.DistillationRuns.Totals;
import ai.novacore.application.memory.port.out.MemoryCensus;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.port.out.MemoryRunStore;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.OverloadedException;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the members one by one: plans what becomes of each one's memories, then carries the plan out batch by batch.
 * All decisions are made for the time at which the run began. A run that was broken off goes on where it was, whoever
 * takes it up; a member who cannot be done is noted and left to the next run.
 */
public final class DistillMemories implements DistillUseCase {
    private static final Logger LOG = LoggerFactory.getLogger(DistillMemories.class);

    /** What happened before a run begins is to be on the shelf, above all what was undone. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Longer than a batch takes; a run whose node died is taken over after this. */
    static final Duration HOLD = Duration.ofMinutes(2);

    private static final int MEMBERS = 100;

    private final MemoryCensus census;
    private final DistillationRuns runs;
    private final PlanMember planning;
    private final ApplyBatch applying;
    private final DistillationMetrics metrics;
    private final ReadModels readModels;
    private final IdGenerator ids;
    private final Clock clock;

    /** What distillation reads and writes. */
    public record Stores(
            MemoryCensus census,
            MemoryShelfStore shelf,
            MemoryIndex index,
            MemoryRunStore changes,
            DistillationRuns runs) {}

    public DistillMemories(
            Stores stores,
            CommandDispatcher commands,
            ReadModels readModels,
            DistillationSettings settings,
            DistillationMetrics metrics,
            IdGenerator ids,
            Clock clock) {
        this.census = stores.census();
        this.runs = stores.runs();
        this.planning = new PlanMember(stores.shelf(), stores.index(), stores.changes(), settings);
        this.applying = new ApplyBatch(
                new AllButRejected(commands), stores.shelf(), runs, new DistillationRules(settings), clock);
        this.metrics = metrics;
        this.readModels = readModels;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public RunReport distillNow() {
        if (!readModels.awaitLatest(PATIENCE)) {
            throw new OverloadedException("the read models are behind");
        }
        Hold fresh = new Hold(
                new RunId(ids.next("run_")), ids.next("hld_"), clock.instant().plus(HOLD));
        Run run = runs.take(fresh, clock.instant())
                .orElseThrow(() -> DomainRejection.conflict("run_in_progress", "Another run goes on."));
        LOG.info("Distillation {} goes through the members", run.id().value());
        return new Attempt(run, fresh.by()).finish();
    }

    /** One try to bring a run to its end. */
    private final class Attempt {
        private final Run run;
        private final String by;
        private Instant renewed = clock.instant();

        Attempt(Run run, String by) {
            this.run = run;
            this.by = by;
        }

        RunReport finish() {
            Totals totals;
            try {
                workOff();
                goThroughMembers();
                totals = runs.end(hold(), clock.instant());
            } catch (RuntimeException e) {
                runs.release(hold());
                throw e;
            }
            metrics.ended(totals);
            LOG.info(
                    "Distillation {} is over: {} memories, {} promoted, {} merged, {} expired, {} members failed",
                    run.id().value(),
                    totals.processed(),
                    totals.promoted(),
                    totals.merged(),
                    totals.expired(),
                    totals.failed());
            readModels.awaitLatest(PATIENCE);
            return new RunReport(run.id(), totals.processed(), totals.promoted(), totals.merged(), totals.failed());
        }

        private void goThroughMembers() {
            List<UserId> page = census.after(run.cursor(), MEMBERS);
            while (!page.isEmpty()) {
                page.forEach(this::distill);
                page = census.after(page.getLast(), MEMBERS);
            }
        }

        private void distill(UserId owner) {
            guarded(owner, () -> {
                PlanMember.Plan plan = planning.plan(owner, run.startedAt(), this::renewNowAndThen);
                runs.plan(hold(), owner, plan.memories(), plan.batches());
            });
            workOff();
        }

        private void workOff() {
            Optional<Batch> batch = runs.next(run.id());
            while (batch.isPresent()) {
                Batch next = batch.get();
                guarded(next.owner(), () -> applying.apply(run, this::hold, next));
                batch = runs.next(run.id());
            }
        }

        private void guarded(UserId owner, Runnable work) {
            try {
                work.run();
            } catch (HoldLost e) {
                throw e;
            } catch (RuntimeException e) {
                String reason = reasonOf(e);
                LOG.warn(
                        "Distillation {} leaves member {} to the next one: {}",
                        run.id().value(),
                        owner.value(),
                        reason);
                runs.fail(hold(), owner, reason, clock.instant());
            }
        }

        private void renewNowAndThen() {
            Instant now = clock.instant();
            if (renewed.plus(HOLD.dividedBy(4)).isBefore(now)) {
                runs.renew(hold());
                renewed = now;
            }
        }

        private Hold hold() {
            return new Hold(run.id(), by, clock.instant().plus(HOLD));
        }
    }

    /** What sort of failure it was and where; not its message, which may quote what is nobody's business. */
    private static String reasonOf(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
