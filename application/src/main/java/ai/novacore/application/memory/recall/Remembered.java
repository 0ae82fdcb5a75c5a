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
 * @param different how many different words it has
 * @param speaker who says it, if it is written like that
 */
record Remembered(
        MemoryId id,
        MemoryTier tier,
        String text,
        double importance,
        Instant occurredAt,
        @Nullable String thread,
        String model,
        long position,
        int different,
        @Nullable String speaker,
        boolean tellsTime) {
    static final Comparator<Remembered> IN_THEIR_ORDER = Comparator.comparing(Remembered::occurredAt)
            .thenComparingLong(Remembered::position)
            .thenComparing(memory -> memory.id().value());

    static Remembered read(Entry entry, long position, List<Set<String>> words) {
        return new Remembered(
                entry.id(),
                entry.tier(),
                entry.text(),
                entry.importance(),
                entry.occurredAt(),
                entry.thread(),
                entry.embedding().model(),
                position,
                (int) words.stream().distinct().count(),
                Speaker.of(entry.text()),
                TimeWords.tellTime(Question.beginning(entry.text())));
    }
}
