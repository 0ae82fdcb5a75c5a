package ai.novacore.application.memory.recall;

import ai.novacore.application.memory.port.out.MemoryIndex.Entry;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A memory without its vector, read once when it is put in.
 *
 * @param model which embedding model its vector is of
 * @param position grows with each memory that is put in first
 * @param words the hashes of its different words, ascending
 * @param prior what speaks for it whatever is asked, apart from its age
 * @param second of {@code occurredAt}, since the epoch
 * @param speaker who says it, if it is written like that
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and a list would take several times as much.
record Remembered(
        MemoryId id,
        MemoryTier tier,
        String text,
        Instant occurredAt,
        @Nullable String thread,
        String model,
        long position,
        int[] words,
        double prior,
        long second,
        @Nullable String speaker,
        boolean tellsTime) {
    static final Comparator<Remembered> IN_THEIR_ORDER = Comparator.comparing(Remembered::occurredAt)
            .thenComparingLong(Remembered::position)
            .thenComparing(memory -> memory.id().value());

    static Remembered read(Entry entry, long position, List<Set<String>> text) {
        int[] words = text.stream().mapToInt(Set::hashCode).sorted().distinct().toArray();
        return new Remembered(
                entry.id(),
                entry.tier(),
                entry.text(),
                entry.occurredAt(),
                entry.thread(),
                entry.embedding().model(),
                position,
                words,
                Weights.prior(words.length, entry.tier(), entry.importance()),
                entry.occurredAt().getEpochSecond(),
                Speaker.of(entry.text()),
                TimeWords.tellTime(Question.beginning(entry.text())));
    }
}
