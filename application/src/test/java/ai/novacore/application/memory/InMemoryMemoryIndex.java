package ai.novacore.application.memory;

import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.recall.PersonalMemories;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A memory index in memory. */
public final class InMemoryMemoryIndex implements MemoryIndex {
    private final AtomicBoolean replacing = new AtomicBoolean();
    private Map<MemoryId, Entry> entries = new HashMap<>();
    private Map<MemoryId, Entry> hidden = new HashMap<>();
    private Map<MemoryId, Long> positions = new HashMap<>();
    private Map<UserId, PersonalMemories> people = new HashMap<>();

    @Override
    public synchronized void put(Entry entry) {
        entries.put(entry.id(), entry);
        hidden.remove(entry.id());
        long position = positions.computeIfAbsent(entry.id(), _ -> (long) positions.size());
        of(entry.owner()).put(entry, position);
    }

    private PersonalMemories of(UserId owner) {
        return people.computeIfAbsent(owner, _ -> new PersonalMemories(new PlainWords()));
    }

    @Override
    public synchronized Optional<Entry> find(MemoryId id) {
        return Optional.ofNullable(entries.get(id));
    }

    @Override
    public synchronized void hide(MemoryId id) {
        find(id).ifPresent(entry -> {
            long position = positions.getOrDefault(id, 0L);
            remove(id);
            positions.put(id, position);
            hidden.put(
                    id,
                    new Entry(
                            id,
                            entry.owner(),
                            entry.tier(),
                            "",
                            new Embedding("", new float[0]),
                            entry.importance(),
                            entry.occurredAt(),
                            entry.thread()));
        });
    }

    @Override
    public synchronized Optional<Entry> hidden(MemoryId id) {
        return Optional.ofNullable(hidden.get(id));
    }

    @Override
    public synchronized void remove(MemoryId id) {
        positions.remove(id);
        hidden.remove(id);
        Optional.ofNullable(entries.remove(id))
                .ifPresent(entry -> of(entry.owner()).remove(id));
    }

    @Override
    public synchronized List<Hit> search(Query query) {
        return of(query.owner()).search(query);
    }

    @Override
    public synchronized void removeAll(UserId owner) {
        people.remove(owner);
        entries.values().removeIf(entry -> entry.owner().equals(owner));
        hidden.values().removeIf(entry -> entry.owner().equals(owner));
    }

    @Override
    public void replace(Refill refill) {
        if (!replacing.compareAndSet(false, true)) {
            throw DomainRejection.conflict("run_in_progress", "Another one is under way.");
        }
        try {
            InMemoryMemoryIndex next = new InMemoryMemoryIndex();
            refill.fill(next);
            synchronized (this) {
                refill.catchUp(next);
                entries = next.entries;
                hidden = next.hidden;
                positions = next.positions;
                people = next.people;
            }
        } finally {
            replacing.set(false);
        }
    }
}
