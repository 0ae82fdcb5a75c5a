package ai.novacore.application.reflection;

import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.memory.port.in.ReflectUseCase;
import ai.novacore.application.memory.port.in.RunReport;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.model.port.out.FactExtractor;
import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.reflection.ReflectOnConversation.Sources;
import ai.novacore.application.reflection.ReflectOnConversation.Yield;
import ai.novacore.application.reflection.port.out.ReflectionStore;
import ai.novacore.application.reflection.port.out.ReflectionStore.Pending;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.DomainRejection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs reflection: over conversations that have settled, or over all by order; one run at a time on all nodes together. A
 * conversation that fails is tried again after a minute, five, and half an hour, then parked; the others go on.
 */
public final class ReflectOnConversations implements ReflectUseCase {
    static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));

    private static final Logger LOG = LoggerFactory.getLogger(ReflectOnConversations.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PAGE = 100;

    private final ReflectionStore store;
    private final ReadModels readModels;
    private final ReflectOnConversation one;
    private final ReflectionSettings settings;
    private final ReflectionMetrics metrics;
    private final IdGenerator ids;
    private final Clock clock;

    public ReflectOnConversations(
            ReflectionStore store,
            ConversationThreadStore threads,
            MemoryShelfStore shelf,
            MemoryQuery memories,
            Embedder embedder,
            AccountStore accounts,
            TierLimits limits,
            FactExtractor extractor,
            ModelCatalog catalog,
            CommandDispatcher commands,
            ReadModels readModels,
            ReflectionSettings settings,
            IdGenerator ids,
            Clock clock,
            MeterRegistry meters) {
        this.store = store;
        this.readModels = readModels;
        this.settings = settings;
        this.metrics = new ReflectionMetrics(meters);
        this.ids = ids;
        this.clock = clock;
        this.one = new ReflectOnConversation(
                new Sources(threads, shelf, accounts, limits, extractor, catalog),
                store,
                commands,
                readModels,
                new Likeness(memories, embedder),
                settings,
                metrics,
                clock);
    }

    @Override
    public RunReport reflectNow() {
        readModels.awaitLatest(PATIENCE);
        return run(after -> store.pending(after, PAGE))
                .orElseThrow(
                        () -> DomainRejection.conflict("run_in_progress", "Another run of reflection is under way."));
    }

    /**
     * Reflects on what has settled and is due.
     *
     * @return what came of it; nothing when there was nothing to do or another run is under way
     */
    public Optional<RunReport> reflectSettled() {
        Instant now = clock.instant();
        Instant settled = now.minus(settings.settledAfter());
        return store.due(settled, now, null, 1).isEmpty()
                ? Optional.empty()
                : run(after -> store.due(settled, now, after, PAGE));
    }

    /** The next page of a run. */
    private interface Pages {
        List<Pending> after(@Nullable Pending last);
    }

    private Optional<RunReport> run(Pages pages) {
        RunId run = new RunId(ids.next("run_"));
        if (!store.begin(run, clock.instant(), lease())) {
            return Optional.empty();
        }
        RunTally tally = new RunTally();
        try {
            List<Pending> page = pages.after(null);
            boolean mayGoOn = true;
            while (!page.isEmpty() && mayGoOn) {
                mayGoOn = new Round(settings.parallel()).work(page, pending -> reflect(pending, run, tally));
                page = pages.after(page.getLast());
            }
        } finally {
            store.end(run);
        }
        RunReport report = tally.report(run);
        LOG.info(
                "Reflection {}: {} conversations, {} new memories, {} known ones supported, {} failed",
                run.value(),
                report.processed(),
                report.promoted(),
                report.merged(),
                report.failed());
        return Optional.of(report);
    }

    /** A run that says nothing for this long has died with its node. */
    private Instant lease() {
        return clock.instant().plus(settings.timeLimit().multipliedBy(2)).plus(Duration.ofMinutes(1));
    }

    /** Whether the run goes on. */
    private boolean reflect(Pending pending, RunId run, RunTally tally) {
        if (!store.extend(run, lease())) {
            LOG.warn("Reflection {} stops, because another run has begun", run.value());
            return false;
        }
        try {
            Yield yield = one.reflect(pending, run);
            metrics.conversation(yield.reflected());
            tally.add(yield);
        } catch (RuntimeException | StackOverflowError e) {
            // The latter by patterns on a text that somebody made for that; it is to cost nobody else anything.
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            tally.addFailure();
            failed(pending, e);
        }
        return true;
    }

    private void failed(Pending pending, Throwable failure) {
        String reason = failure instanceof ModelFailure model ? model.kind().code() : "internal_error";
        String conversation = pending.conversation().value();
        if (pending.attempts() < PAUSES.size()) {
            metrics.conversation(Reflected.FAILED);
            store.retryAt(pending.conversation(), clock.instant().plus(PAUSES.get((int) pending.attempts())));
            LOG.info("Conversation {} could not be reflected on and is tried again: {}", conversation, reason);
        } else {
            metrics.conversation(Reflected.PARKED);
            store.park(pending.conversation(), reason);
            LOG.warn("Conversation {} could not be reflected on and is parked: {}", conversation, reason);
        }
        if (!(failure instanceof ModelFailure)) {
            LOG.warn("Reflection failed inside", failure);
        }
    }
}
