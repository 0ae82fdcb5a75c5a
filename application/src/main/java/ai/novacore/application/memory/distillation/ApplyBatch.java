package ai.novacore.application.memory.distillation;

import ai.novacore.application.memory.port.out.DistillationRuns;
import ai.novacore.application.memory.port.out.DistillationRuns.Batch;
import ai.novacore.application.memory.port.out.DistillationRuns.Hold;
import ai.novacore.application.memory.port.out.DistillationRuns.Run;
import ai.novacore.application.memory.port.out.DistillationRuns.Step;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.memory.readmodel.MemoryRunProjection;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.MemoryCommand.ForgetMemory;
import ai.novacore.domain.memory.MemoryCommand.MergeMemory;
import ai.novacore.domain.memory.MemoryCommand.PromoteMemory;
import ai.novacore.domain.memory.MemoryCommand.SupersedeMemory;
import ai.novacore.domain.memory.MemoryEvent.MemoryForgotten;
import ai.novacore.domain.memory.MemoryEvent.MemoryMerged;
import ai.novacore.domain.memory.MemoryEvent.MemoryPromoted;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.MemoryId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries a batch out, in one transaction with the note that it is done. Time may have passed since it was planned, so each
 * step is looked at once more: what does not fit any longer is left to the next run.
 */
final class ApplyBatch {
    static final Actor ACTOR = Actor.system("distillation");

    private final AllButRejected allButRejected;
    private final MemoryShelfStore shelf;
    private final DistillationRuns runs;
    private final DistillationRules rules;
    private final Clock clock;

    ApplyBatch(
            AllButRejected allButRejected,
            MemoryShelfStore shelf,
            DistillationRuns runs,
            DistillationRules rules,
            Clock clock) {
        this.allButRejected = allButRejected;
        this.shelf = shelf;
        this.runs = runs;
        this.rules = rules;
        this.clock = clock;
    }

    void apply(Run run, Supplier<Hold> hold, Batch batch) {
        Map<MemoryId, MemoryItem> items = itemsOf(batch);
        Instant now = clock.instant();
        List<List<DomainCommand>> things = batch.steps().stream()
                .map(step -> new Taking(run, step, batch, items, now).commands())
                .filter(commands -> !commands.isEmpty())
                .toList();
        allButRejected.carryOut(things, outcome -> {
            List<DomainEvent> events =
                    outcome.events().stream().flatMap(List::stream).toList();
            runs.done(
                    hold.get(),
                    batch,
                    count(events, MemoryPromoted.class),
                    count(events, MemoryMerged.class),
                    count(events, MemoryForgotten.class));
        });
    }

    private Map<MemoryId, MemoryItem> itemsOf(Batch batch) {
        List<MemoryId> ids = batch.steps().stream()
                .flatMap(step -> Stream.concat(Stream.of(step.memory()), step.absorbs().stream()))
                .toList();
        Map<MemoryId, MemoryItem> items = new HashMap<>();
        shelf.findAll(ids).stream()
                .filter(item -> item.active() && item.owner().equals(batch.owner()))
                .forEach(item -> items.put(item.id(), item));
        return items;
    }

    private static long count(List<DomainEvent> events, Class<? extends DomainEvent> type) {
        return events.stream().filter(type::isInstance).count();
    }

    /** One step as it is to be taken now. */
    private final class Taking {
        private final Run run;
        private final Step step;
        private final Batch batch;
        private final Map<MemoryId, MemoryItem> items;
        private final Instant now;

        Taking(Run run, Step step, Batch batch, Map<MemoryId, MemoryItem> items, Instant now) {
            this.run = run;
            this.step = step;
            this.batch = batch;
            this.items = items;
            this.now = now;
        }

        List<DomainCommand> commands() {
            @Nullable MemoryItem item = items.get(step.memory());
            if (item == null) {
                return List.of();
            }
            return step.expires() ? expiry(item) : promotionAndMerges(item);
        }

        private List<DomainCommand> expiry(MemoryItem item) {
            @Nullable Instant recalled = item.lastRecalledAt();
            boolean recalledSince = recalled != null && recalled.isAfter(run.startedAt());
            return !recalledSince && rules.isOver(item, run.startedAt())
                    ? List.of(new ForgetMemory(item.id(), ACTOR, now, batch.owner(), ForgetReason.EXPIRED, run.id()))
                    : List.of();
        }

        private List<DomainCommand> promotionAndMerges(MemoryItem item) {
            List<DomainCommand> commands = new ArrayList<>();
            if (step.promoteTo() != null && step.promoteTo().compareTo(item.tier()) > 0) {
                commands.add(new PromoteMemory(
                        item.id(), ACTOR, now, batch.owner(), step.promoteTo(), step.score(), run.id()));
            }
            for (MemoryId id : step.absorbs()) {
                @Nullable MemoryItem other = items.get(id);
                if (other != null && Twins.sameWords(item, other)) {
                    commands.add(new MergeMemory(item.id(), ACTOR, now, batch.owner(), id, other.evidence(), run.id()));
                    commands.add(new SupersedeMemory(
                            id, ACTOR, now, batch.owner(), item.id(), MemoryRunProjection.MERGED, run.id()));
                }
            }
            return commands;
        }
    }
}
