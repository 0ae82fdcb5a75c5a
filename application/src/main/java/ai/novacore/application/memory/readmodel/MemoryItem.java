package ai.novacore.application.memory.readmodel;

import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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

    MemoryItem withTier(MemoryTier newTier) {
        return changed(newTier, content, lastRecalledAt, evidence, active);
    }

    MemoryItem withContent(String newContent) {
        return changed(tier, newContent, lastRecalledAt, evidence, active);
    }

    MemoryItem withEvidence(List<Evidence> added) {
        List<Evidence> all =
                Stream.concat(evidence.stream(), added.stream()).distinct().toList();
        return changed(tier, content, lastRecalledAt, all, active);
    }

    MemoryItem recalled(Instant at) {
        Instant latest = lastRecalledAt == null || at.isAfter(lastRecalledAt) ? at : lastRecalledAt;
        return changed(tier, content, latest, evidence, active);
    }

    MemoryItem withdrawn() {
        return changed(tier, content, lastRecalledAt, evidence, false);
    }

    MemoryItem restored(MemoryTier newTier, String newContent, List<Evidence> newEvidence) {
        return changed(newTier, newContent, lastRecalledAt, newEvidence, true);
    }

    private MemoryItem changed(
            MemoryTier newTier,
            String newContent,
            @Nullable Instant newLastRecalledAt,
            List<Evidence> newEvidence,
            boolean newActive) {
        return new MemoryItem(
                id,
                owner,
                newTier,
                kind,
                newContent,
                importance,
                createdAt,
                occurredAt,
                newLastRecalledAt,
                newEvidence,
                newActive);
    }
}
