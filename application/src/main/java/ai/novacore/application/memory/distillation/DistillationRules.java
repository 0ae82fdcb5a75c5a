package ai.novacore.application.memory.distillation;

import static ai.novacore.domain.shared.MemoryTier.ITM;
import static ai.novacore.domain.shared.MemoryTier.LTM;

import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryTier;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which memory is kept longer and whose time is over. What the member wrote down themselves never is. */
final class DistillationRules {
    private final DistillationSettings settings;

    DistillationRules(DistillationSettings settings) {
        this.settings = settings;
    }

    double score(MemoryItem item, Instant at) {
        return MemoryScore.of(item, at, settings.recencyHalfLife()).value();
    }

    /** The next tier, when the memory has earned it; one at a time. */
    Optional<MemoryTier> promotion(MemoryItem item, Instant at) {
        return switch (item.tier()) {
            case STM -> score(item, at) >= settings.toItm() ? Optional.of(ITM) : Optional.empty();
            case ITM -> isProven(item, at) && score(item, at) >= settings.toLtm() ? Optional.of(LTM) : Optional.empty();
            case LTM -> Optional.empty();
        };
    }

    private boolean isProven(MemoryItem item, Instant at) {
        long uses = MemoryScore.uses(item);
        return uses >= settings.provenUses() || (uses >= 1 && isOlder(item, settings.provenAfter(), at));
    }

    /** Whether its time is over, unless it is promoted. */
    boolean isOver(MemoryItem item, Instant at) {
        if (isOwn(item)) {
            return false;
        }
        return switch (item.tier()) {
            case STM -> isOlder(item, settings.stmLifetime(), at);
            case ITM ->
                MemoryScore.uses(item) == 0
                        && item.importance() < settings.unimportantBelow()
                        && isOlder(item, settings.itmLifetime(), at);
            case LTM -> false;
        };
    }

    /** Whether the member wrote it down or brought it along; all else has messages that it came from. */
    static boolean isOwn(MemoryItem item) {
        return item.kind() == MemoryKind.NOTE || item.evidence().isEmpty();
    }

    private static boolean isOlder(MemoryItem item, Duration lifetime, Instant at) {
        return !item.createdAt().plus(lifetime).isAfter(at);
    }
}
