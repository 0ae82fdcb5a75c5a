package ai.novacore.application.memory.distillation;

import ai.novacore.application.memory.Embedding;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.port.out.MemoryIndex.Entry;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds memories of one person that say the same: the same words, and a meaning as close. They are collected by a
 * fingerprint of their words, so that the work grows with their number and not with its square, and no text is kept.
 */
final class Twins {
    /** A memory can take back twenty changes; in one run it takes in fewer, so that the run can be undone. */
    static final int MOST_ABSORBED = 10;

    /** The better one first: what the member wrote, what is kept longer, what is worth more, what was there before. */
    private static final Comparator<Candidate> BETTER = Comparator.comparing(Candidate::own)
            .thenComparing(Candidate::tier)
            .thenComparingDouble(Candidate::score)
            .reversed()
            .thenComparing(Candidate::createdAt)
            .thenComparing(candidate -> candidate.id().value());

    private final MemoryIndex index;
    private final double sameMeaning;
    private final Map<SameWords.Key, List<Candidate>> byWords = new HashMap<>();

    Twins(MemoryIndex index, double sameMeaning) {
        this.index = index;
        this.sameMeaning = sameMeaning;
    }

    private record Candidate(MemoryId id, boolean own, MemoryTier tier, double score, Instant createdAt) {}

    /**
     * The best of several, and the others.
     *
     * @param tier the longest-lasting tier that one of them is in
     */
    record Group(MemoryId best, double score, MemoryTier tier, List<MemoryId> others) {}

    void add(MemoryItem item, double score) {
        SameWords words = SameWords.of(item.content());
        if (canMerge(item) && !words.isEmpty()) {
            byWords.computeIfAbsent(words.key(), any -> new ArrayList<>(1))
                    .add(new Candidate(item.id(), DistillationRules.isOwn(item), item.tier(), score, item.createdAt()));
        }
    }

    /** A line of a longer exchange, which stands among its neighbours, is nobody's twin. */
    private static boolean canMerge(MemoryItem item) {
        return switch (item.kind()) {
            case FACT, REFLECTION -> true;
            case NOTE -> item.thread() == null;
            case EXCHANGE -> false;
        };
    }

    static boolean sameWords(MemoryItem a, MemoryItem b) {
        return canMerge(a) && canMerge(b) && SameWords.of(a.content()).equals(SameWords.of(b.content()));
    }

    /** All groups, in the order of the ids of their best. */
    List<Group> groups() {
        return byWords.values().stream()
                .filter(candidates -> candidates.size() > 1)
                .map(this::group)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(group -> group.best().value()))
                .toList();
    }

    private Optional<Group> group(List<Candidate> candidates) {
        List<Candidate> ranked =
                candidates.stream().sorted(BETTER).limit(MOST_ABSORBED + 1).toList();
        Candidate best = ranked.getFirst();
        List<Candidate> others = index.find(best.id()).map(Entry::embedding).stream()
                .flatMap(embedding -> ranked.stream().skip(1).filter(candidate -> isClose(embedding, candidate.id())))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        MemoryTier tier =
                others.stream().map(Candidate::tier).reduce(best.tier(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
        return Optional.of(new Group(
                best.id(),
                best.score(),
                tier,
                others.stream().map(Candidate::id).toList()));
    }

    private boolean isClose(Embedding embedding, MemoryId other) {
        return index.find(other)
                .map(Entry::embedding)
                .filter(found -> found.model().equals(embedding.model()))
                .filter(found -> Embedding.cosine(found.vector(), embedding.vector()) >= sameMeaning)
                .isPresent();
    }
}
