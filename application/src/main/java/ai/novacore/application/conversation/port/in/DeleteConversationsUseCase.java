package ai.novacore.application.conversation.port.in;

import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.UserId;

/** Deletes what somebody has talked about. */
public interface DeleteConversationsUseCase {

    /**
     * Deletes one conversation. A turn that is being answered in it is stopped; what it used so far is charged.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found}, also for somebody else's and what was deleted
     */
    void delete(UserId owner, ConversationId id);

    /**
     * Stops what is being answered and deletes every conversation of a person. When this returns none is left to be
     * read. Idempotent.
     *
     * @throws IllegalStateException when some are still there, because they came in the meantime or read models are far
     *     behind; it is to be tried again
     */
    void deleteAll(UserId owner);
}
