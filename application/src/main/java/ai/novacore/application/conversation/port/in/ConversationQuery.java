package ai.novacore.application.conversation.port.in;

import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Reads a person's own conversations. */
public interface ConversationQuery {
    /** Last touched first; {@code words} narrows them down. */
    Page<ConversationSummary> list(UserId owner, @Nullable String words, PageRequest page);

    /**
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found}, also for somebody else's
     */
    ConversationThread get(UserId owner, ConversationId id);
}
