package ai.novacore.domain.conversation;

import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.EventType;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a conversation. */
public sealed interface ConversationEvent extends DomainEvent {

    @Override
    ConversationId id();

    UserId owner();

    @EventType("conversation.started/1")
    record ConversationStarted(ConversationId id, Instant at, UserId owner, PersonalText title)
            implements ConversationEvent {}

    /** Version 2 has {@code context}, which is absent in what was stored before. */
    @EventType("conversation.turn-started/2")
    record TurnStarted(
            ConversationId id,
            Instant at,
            UserId owner,
            TurnId turn,
            PersonalText prompt,
            String model,
            List<RecalledMemory> memoriesUsed,
            String node,
            @Nullable GivenContext context)
            implements ConversationEvent {
        public TurnStarted {
            memoriesUsed = List.copyOf(memoriesUsed);
        }
    }

    /**
     * A question took the place of an earlier one: that and what was said after it count no more. They stay to be read. Each
     * turn is set aside once at the most, so that the lists of all these events together are no longer than the conversation.
     *
     * @param by the turn of the new question
     * @param turns in the order of their start; all of them have ended
     */
    @EventType("conversation.turns-set-aside/1")
    record TurnsSetAside(ConversationId id, Instant at, UserId owner, TurnId by, List<TurnId> turns)
            implements ConversationEvent {
        public TurnsSetAside {
            turns = List.copyOf(turns);
        }
    }

    @EventType("conversation.turn-completed/1")
    record TurnCompleted(
            ConversationId id,
            Instant at,
            UserId owner,
            TurnId turn,
            PersonalText reply,
            FinishReason finishReason,
            TokenUsage usage)
            implements ConversationEvent {}

    @EventType("conversation.turn-interrupted/1")
    record TurnInterrupted(
            ConversationId id,
            Instant at,
            UserId owner,
            TurnId turn,
            PersonalText reply,
            String reason,
            TokenUsage usage)
            implements ConversationEvent {}

    @EventType("conversation.turn-failed/1")
    record TurnFailed(ConversationId id, Instant at, UserId owner, TurnId turn, String code)
            implements ConversationEvent {}

    /** The model found a title. */
    @EventType("conversation.titled/1")
    record ConversationTitled(ConversationId id, Instant at, UserId owner, PersonalText title)
            implements ConversationEvent {}

    /** The owner chose a title. */
    @EventType("conversation.renamed/1")
    record ConversationRenamed(ConversationId id, Instant at, UserId owner, PersonalText title)
            implements ConversationEvent {}

    @EventType("conversation.turn-rated/1")
    record TurnRated(
            ConversationId id,
            Instant at,
            UserId owner,
            TurnId turn,
            Rating rating,
            @Nullable PersonalText comment) implements ConversationEvent {}

    @EventType("conversation.deleted/1")
    record ConversationDeleted(ConversationId id, Instant at, UserId owner) implements ConversationEvent {}
}
