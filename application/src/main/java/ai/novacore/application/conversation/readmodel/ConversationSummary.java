package ai.novacore.application.conversation.readmodel;

import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;

/**
 * A conversation as a line in the list.
 *
 * @param turnCount without the turns that were set aside
 */
public record ConversationSummary(
        ConversationId id, UserId owner, String title, Instant createdAt, Instant updatedAt, long turnCount) {

    ConversationSummary withTitle(String newTitle, Instant at) {
        return new ConversationSummary(id, owner, newTitle, createdAt, later(at), turnCount);
    }

    /** With a title that nobody has asked for: the conversation stays where it is in the list. */
    ConversationSummary titled(String newTitle) {
        return new ConversationSummary(id, owner, newTitle, createdAt, updatedAt, turnCount);
    }

    ConversationSummary withOneMoreTurn(Instant at) {
        return new ConversationSummary(id, owner, title, createdAt, later(at), turnCount + 1);
    }

    ConversationSummary withoutTurns(int setAside) {
        return new ConversationSummary(id, owner, title, createdAt, updatedAt, turnCount - setAside);
    }

    ConversationSummary touched(Instant at) {
        return new ConversationSummary(id, owner, title, createdAt, later(at), turnCount);
    }

    private Instant later(Instant at) {
        return at.isAfter(updatedAt) ? at : updatedAt;
    }
}
