package ai.novacore.domain.conversation;

import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a conversation. {@code owner} is who asks; to anybody but the owner it does not exist. */
public sealed interface ConversationCommand extends DomainCommand {

    @Override
    ConversationId id();

    /** Whose conversation the actor takes it to be. */
    UserId owner();

    /**
     * Records a question before the model sees it. Starts the conversation when it is the first.
     *
     * @param title what a new conversation is called until it is renamed
     * @param memoriesUsed what is brought back into the prompt, best first
     * @param node the node that will answer; when it dies, another one ends the turn
     * @param context what the model is given beside the question
     * @param replaces the turn whose place this one takes: it is set aside, with all that were started after it; absent for
     *     a question that goes on
     */
    record StartTurn(
            ConversationId id,
            Actor actor,
            Instant now,
            UserId owner,
            TurnId turn,
            PersonalText title,
            PersonalText prompt,
            String model,
            List<RecalledMemory> memoriesUsed,
            String node,
            GivenContext context,
            @Nullable TurnId replaces)
            implements ConversationCommand {
        public StartTurn {
            memoriesUsed = List.copyOf(memoriesUsed);
        }
    }

    /** The model came to an end by itself ({@code STOP}) or by its cap ({@code LENGTH}). */
    record CompleteTurn(
            ConversationId id,
            Actor actor,
            Instant now,
            UserId owner,
            TurnId turn,
            PersonalText reply,
            FinishReason finishReason,
            TokenUsage usage)
            implements ConversationCommand {}

    /** The answer was cut off; {@code reply} is what there was of it. */
    record InterruptTurn(
            ConversationId id,
            Actor actor,
            Instant now,
            UserId owner,
            TurnId turn,
            PersonalText reply,
            String reason,
            TokenUsage usage)
            implements ConversationCommand {}

    /** There is no answer. */
    record FailTurn(ConversationId id, Actor actor, Instant now, UserId owner, TurnId turn, String code)
            implements ConversationCommand {}

    /** Gives the title that the model found. It counts only while nobody has named the conversation yet. */
    record TitleConversation(ConversationId id, Actor actor, Instant now, UserId owner, PersonalText title)
            implements ConversationCommand {}

    record RenameConversation(ConversationId id, Actor actor, Instant now, UserId owner, PersonalText title)
            implements ConversationCommand {}

    record RateTurn(
            ConversationId id,
            Actor actor,
            Instant now,
            UserId owner,
            TurnId turn,
            Rating rating,
            @Nullable PersonalText comment)
            implements ConversationCommand {}

    record DeleteConversation(ConversationId id, Actor actor, Instant now, UserId owner)
            implements ConversationCommand {}
}
