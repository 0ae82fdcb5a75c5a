package ai.novacore.adapters.web.history;

import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.user.UserEvent;

/** Says in a sentence what happened. Personal text is never shown, only how long it is. */
public final class EventSentences {

    private EventSentences() {}

    public static String of(DomainEvent event) {
        return switch (event) {
            case UserEvent user -> UserSentences.of(user);
            case SubscriptionEvent subscription -> SubscriptionSentences.of(subscription);
            case QuotaEvent quota -> QuotaSentences.of(quota);
            case MemoryEvent memory -> MemorySentences.of(memory);
            case ConversationEvent conversation -> ConversationSentences.of(conversation);
            default -> throw new IllegalArgumentException("an event of no known family: " + event.getClass());
        };
    }
}
