package ai.novacore.application.memory.distillation;

import ai.novacore.application.memory.port.out.DistillationRuns.Batch;
import ai.novacore.application.memory.port.out.DistillationRuns.Step;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.port.out.MemoryRunStore;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.memory.readmodel.MemoryRun.Kind;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a member's memories. What was undone once is not done again, and merges with nothing: it
 * would only have to be undone each morning.
 */
final class PlanMember {
    private static final int PAGE = 500;

    private final MemoryShelfStore shelf;
    private final MemoryIndex index;
    private final MemoryRunStore changes;
    private final DistillationSettings settings;
    private final DistillationRules rules;

    PlanMember(MemoryShelfStore shelf, MemoryIndex index, MemoryRunStore changes, DistillationSettings settings) {
        this.shelf = shelf;
        this.index = index;
        this.changes = changes;
        this.settings = settings;
        this.rules = new DistillationRules(settings);
    }

    /**
     * What is to be done.
     *
     * @param memories how many were looked at
     */
    record Plan(long memories, List<Batch> batches) {}

    /**
     * Plans for the time {@code at}; what came later is left to the next run.
     *
     * @param pause called now and then
     */
    Plan plan(UserId owner, Instant at, Runnable pause) {
        Map<MemoryId, Set<Kind>> undone = changes.undone(owner);
        Map<MemoryId, Step> steps = new LinkedHashMap<>();
        Twins twins = new Twins(index, settings.sameMeaning());
        long memories = 0;
        List<MemoryId> page = shelf.ids(owner, null, PAGE);
        while (!page.isEmpty()) {
            pause.run();
            for (MemoryItem item : items(owner, page, at)) {
                memories++;
                consider(item, undone.getOrDefault(item.id(), Set.of()), at, steps, twins);
            }
            page = shelf.ids(owner, page.getLast(), PAGE);
        }
        merge(twins, steps);
        return new Plan(memories, batches(owner, steps.values()));
    }

    private List<MemoryItem> items(UserId owner, List<MemoryId> page, Instant at) {
        return shelf.findAll(page).stream()
                .filter(item -> item.owner().equals(owner) && item.active())
                .filter(item -> !item.createdAt().isAfter(at))
                .sorted(Comparator.comparing(item -> item.id().value()))
                .toList();
    }

    private void consider(MemoryItem item, Set<Kind> undone, Instant at, Map<MemoryId, Step> steps, Twins twins) {
        double score = rules.score(item, at);
        MemoryTier next = undone.contains(Kind.PROMOTED)
                ? null
                : rules.promotion(item, at).orElse(null);
        if (next == null && rules.isOver(item, at) && !undone.contains(Kind.EXPIRED)) {
            steps.put(item.id(), new Step(item.id(), true, null, score, List.of()));
            return;
        }
        if (next != null) {
            steps.put(item.id(), new Step(item.id(), false, next, score, List.of()));
        }
        if (undone.isEmpty()) {
            twins.add(item, score);
        }
    }

    /** What takes others in is kept at least as long as they would have been. */
    private static void merge(Twins twins, Map<MemoryId, Step> steps) {
        for (Twins.Group group : twins.groups()) {
            MemoryTier tier = later(group.tier(), steps.get(group.best()));
            for (MemoryId other : group.others()) {
                tier = later(tier, steps.remove(other));
            }
            steps.put(group.best(), new Step(group.best(), false, tier, group.score(), group.others()));
        }
    }

    private static MemoryTier later(MemoryTier tier, @Nullable Step step) {
        MemoryTier other = step == null ? null : step.promoteTo();
        return other == null || other.compareTo(tier) <= 0 ? tier : other;
    }

    private List<Batch> batches(UserId owner, Iterable<Step> steps) {
        List<Batch> batches = new ArrayList<>();
        List<Step> current = new ArrayList<>();
        int commands = 0;
        for (Step step : steps) {
            int more = 1 + 2 * step.absorbs().size();
            if (!current.isEmpty() && commands + more > settings.batch()) {
                batches.add(new Batch(batches.size(), owner, current));
                current.clear();
                commands = 0;
            }
            current.add(step);
            commands += more;
        }
        if (!current.isEmpty()) {
            batches.add(new Batch(batches.size(), owner, current));
        }
        return batches;
    }
}
