package ai.novacore.application.conversation.port.in;

import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.domain.conversation.Rating;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import org.jspecify.annotations.Nullable;

/** What people do with their conversations beside talking. When a call returns, what it did can be read. */
public interface ManageConversationsUseCase {

    /**
     * Gives a conversation the title that its owner wants.
     *
     * @param title plain text on one line
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found}, also for somebody else's
     */
    ConversationSummary rename(UserId owner, ConversationId id, String title);

    /**
     * Notes what the owner thinks of an answer; what they thought before is replaced.
     *
     * @param comment plain text; absent when they said nothing to it
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found}, also for somebody else's; {@code
     *     turn_not_answered}
     */
    void rate(UserId owner, TurnId turn, Rating rating, @Nullable String comment);
}
