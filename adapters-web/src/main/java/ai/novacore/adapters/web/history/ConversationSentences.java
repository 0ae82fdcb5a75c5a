package ai.novacore.adapters.web.history;

import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.conversation.ConversationEvent.ConversationDeleted;
import ai.novacore.domain.conversation.ConversationEvent.ConversationRenamed;
import ai.novacore.domain.conversation.ConversationEvent.ConversationStarted;
import ai.novacore.domain.conversation.ConversationEvent.ConversationTitled;
import ai.novacore.domain.conversation.ConversationEvent.TurnCompleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnFailed;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.conversation.ConversationEvent.TurnRated;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.conversation.ConversationEvent.TurnsSetAside;
import ai.novacore.domain.conversation.FinishReason;

/** What happened to a conversation, in a sentence. */
final class ConversationSentences {

    private ConversationSentences() {}

    static String of(ConversationEvent event) {
        return switch (event) {
            case ConversationStarted _ -> "A conversation was started.";
            case TurnStarted e ->
                "A question of " + Words.length(e.prompt()) + " was put to " + e.model() + ", with "
                        + Words.count(e.memoriesUsed().size(), "memory item") + ".";
            case TurnsSetAside e ->
                "A new question took the place of " + Words.count(e.turns().size(), "earlier turn") + ".";
            case TurnCompleted e ->
                "The model answered in " + Words.length(e.reply())
                        + (e.finishReason() == FinishReason.LENGTH ? " and reached its cap." : ".");
            case TurnInterrupted e ->
                "The answer was interrupted after " + Words.length(e.reply()) + " (" + Words.code(e.reason()) + ").";
            case TurnFailed e -> "There was no answer (" + Words.code(e.code()) + ").";
            case ConversationTitled e -> "The model found a title of " + Words.length(e.title()) + ".";
            case ConversationRenamed e -> "The conversation got a title of " + Words.length(e.title()) + ".";
            case TurnRated e ->
                "The member rated an answer " + Words.name(e.rating())
                        + (e.comment() == null ? "." : ", with a comment of " + Words.length(e.comment()) + ".");
            case ConversationDeleted _ -> "The conversation was deleted.";
        };
    }
}
