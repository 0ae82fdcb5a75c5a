package ai.novacore.application.memory;

import ai.novacore.application.memory.port.out.MemoryRunStore;
import ai.novacore.application.memory.readmodel.MemoryRun;
import ai.novacore.application.memory.readmodel.MemoryRun.Kind;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.testing.Paging;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.UserId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the workers changed, in memory; counted when it is asked for. */
public final class InMemoryMemoryRuns implements MemoryRunStore {
    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    private record Key(RunId run, MemoryId memory, Kind kind) {}

    private record Entry(Change change, boolean undone) {}

    @Override
    public synchronized void add(Change change) {
        entries.putIfAbsent(new Key(change.run(), change.memory(), change.kind()), new Entry(change, false));
    }

    @Override
    public synchronized void undone(RunId run, MemoryId memory) {
        undo(key -> key.run.equals(run) && key.memory.equals(memory));
    }

    @Override
    public synchronized void undone(MemoryId memory, Collection<Kind> kinds) {
        undo(key -> key.memory.equals(memory) && kinds.contains(key.kind));
    }

    private void undo(Predicate<Key> which) {
        entries.replaceAll((key, entry) -> which.test(key) ? new Entry(entry.change, true) : entry);
    }

    @Override
    public synchronized Page<MemoryRun> list(UserId owner, PageRequest page) {
        return Paging.page(
                entries.values().stream()
                        .filter(entry -> entry.change.owner().equals(owner))
                        .map(entry -> entry.change.run())
                        .distinct()
                        .map(run -> count(run, owner)),
                run -> new Cursor(run.at(), run.id().value()),
                page);
    }

    @Override
    public synchronized Optional<MemoryRun> find(RunId run, UserId owner) {
        return of(run, owner).isEmpty() ? Optional.empty() : Optional.of(count(run, owner));
    }

    @Override
    public synchronized boolean exists(RunId run) {
        return entries.keySet().stream().anyMatch(key -> key.run.equals(run));
    }

    private List<Entry> of(RunId run, UserId owner) {
        return entries.values().stream()
                .filter(entry ->
                        entry.change.run().equals(run) && entry.change.owner().equals(owner))
                .toList();
    }

    private MemoryRun count(RunId run, UserId owner) {
        List<Entry> all = of(run, owner);
        Map<Kind, Long> counts =
                all.stream().collect(Collectors.groupingBy(entry -> entry.change.kind(), Collectors.counting()));
        Change first = all.getFirst().change;
        return new MemoryRun(
                run,
                owner,
                first.worker(),
                first.at(),
                counts.getOrDefault(Kind.PROMOTED, 0L),
                counts.getOrDefault(Kind.MERGED, 0L),
                counts.getOrDefault(Kind.SUPERSEDED, 0L),
                counts.getOrDefault(Kind.EXPIRED, 0L),
                counts.getOrDefault(Kind.STORED, 0L),
                all.stream()
                        .filter(Entry::undone)
                        .map(entry -> entry.change.memory())
                        .distinct()
                        .count());
    }

    @Override
    public synchronized List<Touched> touched(RunId run, @Nullable UserId owner, @Nullable MemoryId after, int limit) {
        return entries.values().stream()
                .filter(entry -> !entry.undone && entry.change.run().equals(run))
                .map(entry -> new Touched(entry.change.memory(), entry.change.owner()))
                .filter(touched -> owner == null || touched.owner().equals(owner))
                .filter(touched -> after == null || touched.memory().value().compareTo(after.value()) > 0)
                .distinct()
                .sorted(Comparator.comparing(touched -> touched.memory().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Map<MemoryId, Set<Kind>> undone(UserId owner) {
        return entries.values().stream()
                .filter(entry -> entry.undone && entry.change.owner().equals(owner))
                .collect(Collectors.groupingBy(
                        entry -> entry.change.memory(),
                        Collectors.mapping(
                                entry -> entry.change.kind(),
                                Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)))));
    }

    @Override
    public synchronized void removeAll(UserId owner) {
        entries.values().removeIf(entry -> entry.change.owner().equals(owner));
    }
}
