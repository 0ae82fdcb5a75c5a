package ai.novacore.application.reflection;

import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.shared.MemoryId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A memory that something new is compared with.
 *
 * @param at when it was said
 */
record Entry(MemoryId id, Claim claim, Optional<Attribute> attribute, Instant at, List<Evidence> evidence) {
    Entry {
        evidence = List.copyOf(evidence);
    }

    static Entry of(MemoryItem item) {
        return of(item.id(), Claim.of(item.content()), item.occurredAt(), item.evidence());
    }

    static Entry of(MemoryId id, Claim claim, Instant at, List<Evidence> evidence) {
        return new Entry(id, claim, Attribute.of(claim), at, evidence);
    }

    /** Whether both cannot be true now. */
    boolean isContradictedBy(Claim other, boolean corrects) {
        return isDeniedBy(other)
                || attribute
                        .flatMap(mine -> Attribute.of(other)
                                .filter(theirs -> (theirs.certain() || corrects) && theirs.contradicts(mine)))
                        .isPresent();
    }

    /** The same content, once denied or over and once not; or liked and hated. */
    private boolean isDeniedBy(Claim other) {
        boolean otherMood = claim.mood().denied() != other.mood().denied()
                || claim.mood().over() != other.mood().over();
        return otherMood && !claim.mood().meant() && claim.coversContentOf(other) && other.coversContentOf(claim)
                || claim.isOppositeOf(other);
    }

    /** Whether they are about the same at all, for when a model says that one contradicts the other. */
    boolean touches(Claim other) {
        return claim.content().stream().anyMatch(other::has)
                || attribute.isPresent()
                        && Attribute.of(other).map(Attribute::key).equals(attribute.map(Attribute::key));
    }
}
