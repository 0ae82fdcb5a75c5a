package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.memory.RankFusion.Candidate;
import ai.novacore.application.memory.Embedding;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The vectors of one person, as of some version of their index. Read by many threads while one brings it up to date. */
final class PersonVectors {
    private final long epoch;
    private final Map<MemoryId, Indexed> vectors = new ConcurrentHashMap<>();
    private volatile long version = -1;

    PersonVectors(long epoch) {
        this.epoch = epoch;
    }

    private record Indexed(MemoryTier tier, Embedding embedding) {}

    long epoch() {
        return epoch;
    }

    /** Up to which version everything is here. */
    long version() {
        return version;
    }

    void reached(long newVersion) {
        version = Math.max(version, newVersion);
    }

    void put(MemoryId id, MemoryTier tier, Embedding embedding) {
        vectors.put(id, new Indexed(tier, embedding));
    }

    int size() {
        return vectors.size();
    }

    /** How close a memory is; 0 where that cannot be told. */
    double cosine(MemoryId id, Embedding question) {
        Indexed memory = vectors.get(id);
        return memory == null || !comparable(memory.embedding(), question)
                ? 0
                : Embedding.cosine(question.vector(), memory.embedding().vector());
    }

    /** Hands over every memory that is at least so close. */
    void closeTo(Embedding question, @Nullable MemoryTier tier, double atLeast, Consumer<Candidate> found) {
        vectors.forEach((id, memory) -> {
            if ((tier == null || tier == memory.tier()) && comparable(memory.embedding(), question)) {
                double cosine =
                        Embedding.cosine(question.vector(), memory.embedding().vector());
                if (cosine >= atLeast) {
                    found.accept(new Candidate(id, memory.tier(), cosine));
                }
            }
        });
    }

    private static boolean comparable(Embedding one, Embedding other) {
        return one.model().equals(other.model()) && one.vector().length == other.vector().length;
    }
}
