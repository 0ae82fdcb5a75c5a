package ai.novacore.domain.memory;

import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.EventType;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a memory. {@code run} is the worker's run that did it, if one did. */
public sealed interface MemoryEvent extends DomainEvent {

    @Override
    MemoryId id();

    UserId owner();

    /** Version 2 has {@code thread} and {@code run}, which are absent in what was stored before. */
    @EventType("memory.stored/2")
    record MemoryStored(
            MemoryId id,
            Instant at,
            UserId owner,
            MemoryTier tier,
            MemoryKind kind,
            PersonalText text,
            double importance,
            List<Evidence> evidence,
            Instant occurredAt,
            @Nullable PersonalText thread,
            @Nullable RunId run)
            implements MemoryEvent {
        public MemoryStored {
            evidence = List.copyOf(evidence);
        }
    }

    @EventType("memory.recalled/1")
    record MemoryRecalled(MemoryId id, Instant at, UserId owner, TurnId turn) implements MemoryEvent {}

    @EventType("memory.promoted/1")
    record MemoryPromoted(
            MemoryId id,
            Instant at,
            UserId owner,
            MemoryTier from,
            MemoryTier to,
            double score,
            @Nullable RunId run) implements MemoryEvent {}

    /** {@code evidence} is only what was new to this memory. */
    @EventType("memory.merged/1")
    record MemoryMerged(
            MemoryId id,
            Instant at,
            UserId owner,
            MemoryId absorbed,
            List<Evidence> evidence,
            @Nullable RunId run) implements MemoryEvent {
        public MemoryMerged {
            evidence = List.copyOf(evidence);
        }
    }

    /** {@code evidence} is only what was new to this memory. */
    @EventType("memory.supported/1")
    record MemorySupported(
            MemoryId id,
            Instant at,
            UserId owner,
            List<Evidence> evidence,
            @Nullable RunId run) implements MemoryEvent {
        public MemorySupported {
            evidence = List.copyOf(evidence);
        }
    }

    @EventType("memory.superseded/1")
    record MemorySuperseded(
            MemoryId id,
            Instant at,
            UserId owner,
            MemoryId by,
            String reason,
            @Nullable RunId run) implements MemoryEvent {}

    @EventType("memory.revised/1")
    record MemoryRevised(MemoryId id, Instant at, UserId owner, PersonalText text) implements MemoryEvent {}

    /** {@code run} is the run that was undone, where that is the reason. */
    @EventType("memory.forgotten/1")
    record MemoryForgotten(
            MemoryId id,
            Instant at,
            UserId owner,
            ForgetReason reason,
            @Nullable RunId run) implements MemoryEvent {}

    /**
     * The memory as it stands again, active, after a change was taken back. {@code undone} is the run that was undone;
     * absent when the latest forgetting, superseding or revision was, whoever had made it.
     */
    @EventType("memory.restored/1")
    record MemoryRestored(
            MemoryId id,
            Instant at,
            UserId owner,
            MemoryTier tier,
            PersonalText text,
            List<Evidence> evidence,
            @Nullable RunId undone)
            implements MemoryEvent {
        public MemoryRestored {
            evidence = List.copyOf(evidence);
        }
    }
}
