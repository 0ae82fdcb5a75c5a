package ai.novacore.domain.memory;

import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a memory with what it takes to take it back. It holds only what the change itself touched, so that an
 * older correction can be taken back without losing a promotion that came after it.
 *
 * @param run the worker's run that made it, if one did
 * @param tier the tier before a promotion
 * @param text the text before a revision
 * @param absorbed the memory that a merge took over
 * @param evidence what a merge or further support added
 */
public record Change(
        Kind kind,
        @Nullable RunId run,
        @Nullable MemoryTier tier,
        @Nullable PersonalText text,
        @Nullable MemoryId absorbed,
        List<Evidence> evidence) {

    /** What sort of change it was. */
    public enum Kind {
        PROMOTED,
        MERGED,
        SUPPORTED,
        REVISED,
        SUPERSEDED,
        FORGOTTEN
    }

    public Change {
        evidence = List.copyOf(evidence);
    }

    static Change promoted(MemoryTier before, @Nullable RunId run) {
        return new Change(Kind.PROMOTED, run, before, null, null, List.of());
    }

    static Change merged(MemoryId absorbed, List<Evidence> added, @Nullable RunId run) {
        return new Change(Kind.MERGED, run, null, null, absorbed, added);
    }

    static Change supported(List<Evidence> added, @Nullable RunId run) {
        return new Change(Kind.SUPPORTED, run, null, null, null, added);
    }

    static Change revised(PersonalText before) {
        return new Change(Kind.REVISED, null, null, before, null, List.of());
    }

    static Change superseded(@Nullable RunId run) {
        return new Change(Kind.SUPERSEDED, run, null, null, null, List.of());
    }

    static Change forgotten(@Nullable RunId run) {
        return new Change(Kind.FORGOTTEN, run, null, null, null, List.of());
    }

    /** Whether a member who asks for the memory back means a change like this. */
    boolean isRestorable() {
        return kind == Kind.REVISED || kind == Kind.SUPERSEDED || kind == Kind.FORGOTTEN;
    }
}
