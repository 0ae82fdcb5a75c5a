package ai.novacore.application.memory.saga;

import ai.novacore.application.memory.ExchangeText;
import ai.novacore.application.memory.saga.WhenTurnCompletedThenRemember.Progress;
import ai.novacore.application.shared.Saga;
import ai.novacore.domain.conversation.ConversationEvent.ConversationDeleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnCompleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnFailed;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.MemoryCommand.RecallMemory;
import ai.novacore.domain.memory.MemoryCommand.StoreMemory;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a short time what was said in a turn, and reinforces the memories that it used. One process a turn; a
 * repeated reaction asks for the same memory again, which is then there already.
 */
public final class WhenTurnCompletedThenRemember implements Saga<Progress> {
    private static final double IMPORTANCE = 0.3;
    private static final Actor ACTOR = Actor.system("short-term-memory");

    /** A turn that is being answered. */
    public record Progress(
            ConversationId conversation,
            UserId owner,
            TurnId turn,
            PersonalText prompt,
            List<MemoryId> memoriesUsed,
            Instant startedAt) {
        public Progress {
            memoriesUsed = List.copyOf(memoriesUsed);
        }
    }

    @Override
    public Step<Progress> react(DomainEvent event, @Nullable Progress progress) {
        return switch (event) {
            case TurnStarted e when progress == null -> Step.then(begun(e));
            case TurnCompleted e when isOf(progress, e.turn()) -> new Step<>(null, remember(e, progress));
            case TurnInterrupted e when isOf(progress, e.turn()) -> Step.end();
            case TurnFailed e when isOf(progress, e.turn()) -> Step.end();
            case ConversationDeleted _ -> Step.end();
            default -> new Step<>(progress, List.of());
        };
    }

    private static boolean isOf(@Nullable Progress progress, TurnId turn) {
        return progress != null && progress.turn().equals(turn);
    }

    private static Progress begun(TurnStarted e) {
        return new Progress(
                e.id(),
                e.owner(),
                e.turn(),
                e.prompt(),
                e.memoriesUsed().stream().map(RecalledMemory::id).distinct().toList(),
                e.at());
    }

    private static List<DomainCommand> remember(TurnCompleted e, @Nullable Progress progress) {
        if (progress == null) {
            return List.of();
        }
        List<DomainCommand> commands = new ArrayList<>();
        commands.add(new StoreMemory(
                memoryOf(e.turn()),
                ACTOR,
                e.at(),
                e.owner(),
                MemoryTier.STM,
                MemoryKind.EXCHANGE,
                ExchangeText.of(progress.prompt().value(), e.reply().value()),
                IMPORTANCE,
                List.of(new Evidence(e.id(), e.turn())),
                progress.startedAt(),
                new PersonalText(e.id().value()),
                null));
        // In the order of their ids, so that two turns that used the same memories do not wait for each other.
        progress.memoriesUsed().stream()
                .sorted(Comparator.comparing(MemoryId::value))
                .forEach(used -> commands.add(new RecallMemory(used, ACTOR, e.at(), e.owner(), e.turn())));
        return commands;
    }

    private static MemoryId memoryOf(TurnId turn) {
        return new MemoryId("mem_" + turn.value().substring("trn_".length()));
    }
}
