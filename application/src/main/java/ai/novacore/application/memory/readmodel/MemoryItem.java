package ai.novacore.application.memory.readmodel;

import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.memory.MemoryEvent.MemoryForgotten;
import ai.novacore.domain.memory.MemoryEvent.MemoryMerged;
import ai.novacore.domain.memory.MemoryEvent.MemoryPromoted;
import ai.novacore.domain.memory.MemoryEvent.MemoryRecalled;
import ai.novacore.domain.memory.MemoryEvent.MemoryRestored;
import ai.novacore.domain.memory.MemoryEvent.MemoryRevised;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryEvent.MemorySuperseded;
import ai.novacore.domain.memory.MemoryEvent.MemorySupported;
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
 * @param content empty once it is forgotten; what it was comes back when that is taken back
 * @param occurredAt when it was said or happened
 * @param thread what it was said in; absent for what stands alone
 * @param lastRecalledAt absent until it was brought back into a turn
 * @param recalls how many turns it was brought back into
 * @param status whether it counts; what is forgotten or superseded is kept, because both can be undone
 * @param supersededBy what replaced it
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
        @Nullable String thread,
        @Nullable Instant lastRecalledAt,
        long recalls,
        List<Evidence> evidence,
        Status status,
        @Nullable MemoryId supersededBy) {
    public MemoryItem {
        evidence = List.copyOf(evidence);
    }

    public boolean active() {
        return status == Status.ACTIVE;
    }

    /** The memory after something else happened to it. */
    public MemoryItem after(MemoryEvent event) {
        return switch (event) {
            case MemoryStored _ -> this;
            case MemoryRecalled e -> recalled(e.at());
            case MemoryPromoted e -> withTier(e.to());
            case MemoryMerged e -> withEvidence(e.evidence());
            case MemorySupported e -> withEvidence(e.evidence());
            case MemorySuperseded e -> changed(tier, content, evidence, Status.SUPERSEDED, e.by());
            case MemoryRevised e -> changed(tier, e.text().value(), evidence, status, supersededBy);
            case MemoryForgotten _ -> changed(tier, "", evidence, Status.FORGOTTEN, supersededBy);
            case MemoryRestored e -> changed(e.tier(), e.text().value(), e.evidence(), Status.ACTIVE, null);
        };
    }

    private MemoryItem withTier(MemoryTier newTier) {
        return changed(newTier, content, evidence, status, supersededBy);
    }

    private MemoryItem withEvidence(List<Evidence> added) {
        List<Evidence> all =
                Stream.concat(evidence.stream(), added.stream()).distinct().toList();
        return changed(tier, content, all, status, supersededBy);
    }

    /** A recall that was counted before, by its time, is not counted again. */
    private MemoryItem recalled(Instant at) {
        if (lastRecalledAt != null && !at.isAfter(lastRecalledAt)) {
            return this;
        }
        return new MemoryItem(
                id,
                owner,
                tier,
                kind,
                content,
                importance,
                createdAt,
                occurredAt,
                thread,
                at,
                recalls + 1,
                evidence,
                status,
                supersededBy);
    }

    private MemoryItem changed(
            MemoryTier newTier,
            String newContent,
            List<Evidence> newEvidence,
            Status newStatus,
            @Nullable MemoryId newSupersededBy) {
        return new MemoryItem(
                id,
                owner,
                newTier,
                kind,
                newContent,
                importance,
                createdAt,
                occurredAt,
                thread,
                lastRecalledAt,
                recalls,
                newEvidence,
                newStatus,
                newSupersededBy);
    }
}
