package ai.novacore.application.conversation.port.in;

import ai.novacore.domain.shared.UserId;

/** Deletes all that somebody has talked about. */
public interface DeleteConversationsUseCase {

    /**
     * Stops what is being answered and deletes every conversation of a person. When this returns none is left to be
     * read. Idempotent.
     *
     * @throws IllegalStateException when some are still there, because they came in the meantime or read models are far
     *     behind; it is to be tried again
     */
    void deleteAll(UserId owner);
}
