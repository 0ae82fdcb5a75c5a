package ai.novacore.domain.memory;

import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;

/** The message that a memory came from. */
public record Evidence(ConversationId conversation, TurnId turn) {}
