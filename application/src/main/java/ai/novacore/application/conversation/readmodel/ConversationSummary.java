package ai.novacore.application.conversation.readmodel;

import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;

/** A conversation as a line in the list. */
public record ConversationSummary(
        ConversationId id, UserId owner, String title, Instant createdAt, Instant updatedAt, long turnCount) {}
