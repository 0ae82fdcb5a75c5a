package ai.novacore.application.memory.readmodel;

import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A memory on the shelf.
 *
 * @param occurredAt when it was said or happened
 * @param lastRecalledAt absent until it was brought back into a turn
 * @param active false when it is forgotten or superseded; kept, because both can be undone
 */
public record MemoryItem(
        MemoryId id,
        UserId owner,
        MemoryTier tier,
        MemoryKind kind,
        String content,
        double importance,
        Instant createdAt,
        Instant occurredAt,
        @Nullable Instant lastRecalledAt,
        List<Evidence> evidence,
        boolean active) {
    public MemoryItem {
        evidence = List.copyOf(evidence);
    }
}
