package ai.novacore.application.reflection;

import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.model.port.out.FactExtractor;
import ai.novacore.application.model.port.out.FactExtractor.Candidate;
import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.reflection.Gates.Passed;
import ai.novacore.application.reflection.Gates.Verdict;
import ai.novacore.application.reflection.ShelfPlan.Origin;
import ai.novacore.application.reflection.port.out.ReflectionStore;
import ai.novacore.application.reflection.port.out.ReflectionStore.Pending;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reflects on one conversation, window by window. What a window yields is stored in one transaction together with how far
 * reflection has come, so that a crash loses a window at most, and stores nothing twice.
 */
final class ReflectOnConversation {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Another run was faster, or the conversation is gone; nothing is stored. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("overtaken", null, false, false);
        }
    }

    /** What came of it, added up over windows. */
    record Yield(Reflected reflected, long stored, long supported) {}

    private final Sources sources;
    private final ReflectionStore store;
    private final CommandDispatcher commands;
    private final ReadModels readModels;
    private final Likeness likeness;
    private final Extraction extraction;
    private final ReflectionSettings settings;
    private final ReflectionMetrics metrics;
    private final Clock clock;

    /** Where it reads, and whom it asks. */
    record Sources(
            ConversationThreadStore threads,
            MemoryShelfStore shelf,
            AccountStore accounts,
            TierLimits limits,
            FactExtractor extractor,
            ModelCatalog catalog) {}

    ReflectOnConversation(
            Sources sources,
            ReflectionStore store,
            CommandDispatcher commands,
            ReadModels readModels,
            Likeness likeness,
            ReflectionSettings settings,
            ReflectionMetrics metrics,
            Clock clock) {
        this.sources = sources;
        this.store = store;
        this.commands = commands;
        this.readModels = readModels;
        this.likeness = likeness;
        this.extraction = new Extraction(sources.extractor(), likeness, metrics);
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Reflects on all its turns, or on as many as there is time for.
     *
     * @throws ModelFailure when the model does not answer
     */
    Yield reflect(Pending pending, RunId run) {
        Optional<ReadConversation> read = ReadConversation.of(pending, sources.threads());
        if (read.isEmpty()) {
            return new Yield(Reflected.UNFINISHED, 0, 0);
        }
        Instant deadline = clock.instant().plus(settings.timeLimit());
        String model = modelId();
        long context = sources.catalog().contextTokens(model);
        TurnId from = pending.reflectedTo();
        long stored = 0;
        long supported = 0;
        try {
            for (List<Said> window : Windows.of(read.get().said(), context)) {
                Duration left = Duration.between(clock.instant(), deadline);
                if (!left.isPositive()) {
                    return new Yield(Reflected.UNFINISHED, stored, supported);
                }
                Map<Outcome, Long> outcomes = reflect(pending, run, window, from, model, context, left);
                stored += outcomes.getOrDefault(Outcome.STORED, 0L);
                supported += outcomes.getOrDefault(Outcome.SUPPORTED, 0L);
                from = window.getLast().id();
            }
            finish(pending, read.get(), from);
        } catch (Overtaken _) {
            return new Yield(Reflected.UNFINISHED, stored, supported);
        }
        return new Yield(Reflected.DONE, stored, supported);
    }

    private String modelId() {
        String model = settings.model();
        return model == null || model.isBlank() ? sources.catalog().defaultModel() : model;
    }

    /** Turns at the end that are not reflected on are passed over, too. */
    private void finish(Pending pending, ReadConversation read, @Nullable TurnId from) {
        commands.atomically(() -> {
            if (!read.turns().isEmpty()) {
                advance(pending, from, read.turns().getLast().id());
            }
            read.upTo().ifPresent(upTo -> store.settled(pending.conversation(), upTo));
            return true;
        });
    }

    private void advance(Pending pending, @Nullable TurnId from, TurnId to) {
        if (!store.advance(pending.conversation(), from, to)) {
            throw new Overtaken();
        }
    }

    private Map<Outcome, Long> reflect(
            Pending pending,
            RunId run,
            List<Said> window,
            @Nullable TurnId from,
            String model,
            long context,
            Duration left) {
        List<Candidate> candidates = extraction.from(pending.owner(), window, model, context, left);
        List<Passed> passed = new ArrayList<>();
        Gates gates = new Gates(window, recalled(window));
        for (Candidate candidate : candidates) {
            Verdict verdict = gates.judge(candidate);
            verdict.passed().ifPresentOrElse(passed::add, () -> metrics.candidates(verdict.otherwise(), 1));
        }
        TurnId last = window.getLast().id();
        Origin origin = new Origin(pending.owner(), pending.conversation(), last, run, clock.instant());
        ShelfPlan plan = new ShelfPlan(origin, window, likeness, room(pending.owner()));
        plan.addAll(passed);
        commands.atomically(() -> {
            advance(pending, from, last);
            plan.commands().forEach(commands::dispatch);
            return true;
        });
        plan.outcomes().forEach(metrics::candidates);
        // The next window, and the next conversation of the same person, are compared with what was stored here.
        if (!plan.commands().isEmpty()) {
            readModels.awaitLatest(PATIENCE);
        }
        return plan.outcomes();
    }

    private List<String> recalled(List<Said> window) {
        List<MemoryId> ids = window.stream()
                .flatMap(turn -> turn.recalled().stream())
                .distinct()
                .toList();
        return sources.shelf().findAll(ids).stream().map(MemoryItem::content).toList();
    }

    /** How many memories the person's tier has room for. What was only said gives way to them by itself. */
    private long room(UserId owner) {
        Tier tier = sources.accounts().find(owner).map(Account::tier).orElse(Tier.FREE);
        Map<MemoryTier, Long> used = sources.shelf().count(owner);
        return sources.limits().of(tier).memories()
                - used.getOrDefault(MemoryTier.ITM, 0L)
                - used.getOrDefault(MemoryTier.LTM, 0L);
    }
}
