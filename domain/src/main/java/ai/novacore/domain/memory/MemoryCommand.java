package ai.novacore.domain.memory;

import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a memory. {@code owner} is who asks; to anybody but the owner it does not exist. */
public sealed interface MemoryCommand extends DomainCommand {

    @Override
    MemoryId id();

    /** Whose memory the actor takes it to be. */
    UserId owner();

    /**
     * Remembers something.
     *
     * @param importance between 0 (trivial) and 1 (vital)
     * @param evidence the messages it came from; empty for what the member wrote down themselves
     * @param occurredAt when it was said or happened
     * @param thread what it was said in, such as a conversation; memories of one thread are neighbours in the order in
     *     which they occurred. Absent for what stands alone
     * @param run the worker's run that found it, if one did; undoing the run forgets it
     */
    record StoreMemory(
            MemoryId id,
            Actor actor,
            Instant now,
            UserId owner,
            MemoryTier tier,
            MemoryKind kind,
            PersonalText text,
            double importance,
            List<Evidence> evidence,
            Instant occurredAt,
            @Nullable PersonalText thread,
            @Nullable RunId run)
            implements MemoryCommand {
        public StoreMemory {
            evidence = List.copyOf(evidence);
        }
    }

    /** Notes that the memory was brought back into a turn, which reinforces it. Once a turn. */
    record RecallMemory(MemoryId id, Actor actor, Instant now, UserId owner, TurnId turn) implements MemoryCommand {}

    /** Lifts it to a tier that lasts longer. */
    record PromoteMemory(
            MemoryId id,
            Actor actor,
            Instant now,
            UserId owner,
            MemoryTier to,
            double score,
            @Nullable RunId run) implements MemoryCommand {}

    /** Takes over the evidence of another memory that says the same; that one is to be superseded by this. */
    record MergeMemory(
            MemoryId id,
            Actor actor,
            Instant now,
            UserId owner,
            MemoryId absorbed,
            List<Evidence> evidence,
            @Nullable RunId run)
            implements MemoryCommand {
        public MergeMemory {
            evidence = List.copyOf(evidence);
        }
    }

    /** Adds messages that say the same once more, which reinforces it. */
    record SupportMemory(
            MemoryId id,
            Actor actor,
            Instant now,
            UserId owner,
            List<Evidence> evidence,
            @Nullable RunId run) implements MemoryCommand {
        public SupportMemory {
            evidence = List.copyOf(evidence);
        }
    }

    /** Retires it in favour of a memory that contradicts or contains it; both are kept. */
    record SupersedeMemory(
            MemoryId id,
            Actor actor,
            Instant now,
            UserId owner,
            MemoryId by,
            String reason,
            @Nullable RunId run) implements MemoryCommand {}

    /** The member corrects the text. */
    record ReviseMemory(MemoryId id, Actor actor, Instant now, UserId owner, PersonalText text)
            implements MemoryCommand {}

    record ForgetMemory(
            MemoryId id,
            Actor actor,
            Instant now,
            UserId owner,
            ForgetReason reason,
            @Nullable RunId run) implements MemoryCommand {}

    /**
     * Takes the latest change back: without {@code run}, whatever forgot, superseded or revised it; with {@code run},
     * what that run did, provided that nothing has changed it since; a memory that the run stored is forgotten.
     */
    record RestoreMemory(
            MemoryId id,
            Actor actor,
            Instant now,
            UserId owner,
            @Nullable RunId run) implements MemoryCommand {}
}
