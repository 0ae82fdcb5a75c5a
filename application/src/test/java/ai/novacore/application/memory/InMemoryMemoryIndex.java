package ai.novacore.application.memory;

import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A memory index in memory: the mean of the cosine and the share of the question's words that stand in the memory. */
public final class InMemoryMemoryIndex implements MemoryIndex {
    private static final double UNRELATED = 0.25;

    private final Map<MemoryId, Entry> entries = new ConcurrentHashMap<>();

    @Override
    public void put(Entry entry) {
        entries.put(entry.id(), entry);
    }

    @Override
    public Optional<Entry> find(MemoryId id) {
        return Optional.ofNullable(entries.get(id));
    }

    @Override
    public void remove(MemoryId id) {
        entries.remove(id);
    }

    @Override
    public List<Hit> search(Query query) {
        Set<String> asked = words(query.text());
        return entries.values().stream()
                .filter(entry -> entry.owner().equals(query.owner()))
                .filter(entry -> query.tier() == null || entry.tier() == query.tier())
                .map(entry -> new Hit(entry.id(), entry.tier(), score(asked, query.embedding(), entry)))
                .filter(hit -> hit.score() > 0)
                .sorted(Comparator.comparingDouble(Hit::score)
                        .reversed()
                        .thenComparing(hit -> hit.id().value()))
                .limit(query.limit())
                .toList();
    }

    private static double score(Set<String> asked, Embedding embedding, Entry entry) {
        Set<String> known = words(entry.text());
        double overlap =
                asked.isEmpty() ? 0 : asked.stream().filter(known::contains).count() / (double) asked.size();
        double cosine = embedding.model().equals(entry.embedding().model())
                ? Embedding.cosine(embedding.vector(), entry.embedding().vector())
                : 0;
        double meaning = cosine < UNRELATED ? 0 : Math.min(1, cosine);
        return (overlap + meaning) / 2;
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.toLowerCase(Locale.ROOT).strip().split("\\W+")));
    }

    @Override
    public void removeAll(UserId owner) {
        entries.values().removeIf(entry -> entry.owner().equals(owner));
    }
}
