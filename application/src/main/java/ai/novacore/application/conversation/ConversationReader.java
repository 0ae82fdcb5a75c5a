package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.in.ConversationQuery;
import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Reads conversations from their read model. */
public final class ConversationReader implements ConversationQuery {
    private final ConversationThreadStore threads;

    public ConversationReader(ConversationThreadStore threads) {
        this.threads = threads;
    }

    @Override
    public Page<ConversationSummary> list(UserId owner, @Nullable String words, PageRequest page) {
        return threads.list(owner, words, page);
    }

    @Override
    public ConversationThread get(UserId owner, ConversationId id) {
        return threads.find(id)
                .filter(thread -> thread.summary().owner().equals(owner))
                .orElseThrow(DomainRejection::notFound);
    }
}
