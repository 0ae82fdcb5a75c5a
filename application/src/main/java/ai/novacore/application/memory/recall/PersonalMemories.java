package ai.novacore.application.memory.recall;

import ai.novacore.application.memory.Embedding;
import ai.novacore.application.memory.port.out.MemoryIndex.Entry;
import ai.novacore.application.memory.port.out.MemoryIndex.Hit;
import ai.novacore.application.memory.port.out.MemoryIndex.Query;
import ai.novacore.application.memory.port.out.WordAnalyzer;
import ai.novacore.domain.shared.MemoryId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * What one person's memories are searched by, all of it in memory. Searched by many threads at once, also while memories
 * come and go; each search sees all of a change or nothing of it.
 */
public final class PersonalMemories {
    private final WordAnalyzer analyzer;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<MemoryId, Integer> slots = new HashMap<>();
    private final List<@Nullable Remembered> memories = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final WordPostings words = new WordPostings();
    private final Map<String, Vectors> vectors = new HashMap<>();
    private final Map<String, Integer> speakers = new HashMap<>();
    private final Threads threads = new Threads(Comparator.comparing(this::at, Remembered.IN_THEIR_ORDER));

    public PersonalMemories(WordAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /**
     * Adds or replaces.
     *
     * @param position grows with each memory that is put in first; orders what was said at the same time
     */
    public void put(Entry entry, long position) {
        List<Set<String>> text = analyzed(entry.text());
        Remembered memory = Remembered.read(entry, position, text);
        lock.writeLock().lock();
        try {
            take(entry.id());
            add(memory, text, entry.embedding());
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Nothing to do when it is not there. */
    public void remove(MemoryId id) {
        lock.writeLock().lock();
        try {
            take(id);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** How many there are. */
    public int size() {
        lock.readLock().lock();
        try {
            return slots.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** What fits, as {@link ai.novacore.application.memory.port.out.MemoryIndex} promises it; of whom is not looked at. */
    public List<Hit> search(Query query) {
        lock.readLock().lock();
        try {
            Question question = Question.read(query, speakers.keySet(), analyzer);
            Embedding embedding = query.embedding();
            Ranking ranking = new Ranking(
                    question,
                    words.fit(question.words(), memories.size()),
                    new Closeness(embedding.vector(), vectors.get(embedding.model()), memories.size()),
                    threads);
            Selection selection = new Selection(query.limit());
            for (int slot = 0; slot < memories.size(); slot++) {
                double said = ranking.ofWhatIsSaid(slot);
                // Most end here, and need not be looked up.
                if (selection.hasRoomFor(said + ranking.mostOfTheRest())) {
                    Remembered memory = memories.get(slot);
                    if (memory != null
                            && (query.tier() == null || query.tier() == memory.tier())
                            && ranking.fits(slot, memory)) {
                        selection.offer(slot, memory.id(), said + ranking.ofTheRest(memory));
                    }
                }
            }
            return selection.best(this::sayTheSame).stream()
                    .map(chosen -> new Hit(chosen.id(), at(chosen.slot()).tier(), chosen.score()))
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void add(Remembered memory, List<Set<String>> text, Embedding embedding) {
        int slot = free.isEmpty() ? memories.size() : free.pop();
        if (slot == memories.size()) {
            memories.add(memory);
        } else {
            memories.set(slot, memory);
        }
        slots.put(memory.id(), slot);
        words.add(slot, text);
        float[] vector = embedding.vector();
        Vectors space = vectors.computeIfAbsent(memory.model(), _ -> new Vectors(vector.length));
        if (space.dimensions() == vector.length) {
            space.put(slot, vector);
        }
        if (memory.speaker() != null) {
            speakers.merge(memory.speaker(), 1, Integer::sum);
        }
        if (memory.thread() != null) {
            threads.add(memory.thread(), slot);
        }
    }

    private void take(MemoryId id) {
        Integer slot = slots.remove(id);
        if (slot == null) {
            return;
        }
        Remembered memory = at(slot);
        if (memory.thread() != null) {
            threads.remove(memory.thread(), slot);
        }
        if (memory.speaker() != null) {
            speakers.computeIfPresent(memory.speaker(), (_, count) -> count == 1 ? null : count - 1);
        }
        vectors.values().forEach(space -> space.remove(slot));
        words.remove(slot, analyzed(memory.text()));
        memories.set(slot, null);
        free.push(slot);
    }

    private List<Set<String>> analyzed(String text) {
        return analyzer.remembered(Speaker.words(text));
    }

    private boolean sayTheSame(int one, int other) {
        Remembered a = at(one);
        Remembered b = at(other);
        Vectors space = vectors.get(a.model());
        return space != null && Sameness.inWords(a.words(), b.words()) && Sameness.inMeaning(space.cosine(one, other));
    }

    private Remembered at(int slot) {
        return Objects.requireNonNull(memories.get(slot));
    }
}
