package ai.novacore.application.axon;

import ai.novacore.domain.conversation.Conversation;
import ai.novacore.domain.conversation.ConversationDecider;
import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.shared.EventType;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The thin shell in which Axon keeps a {@link Conversation}. */
@AggregateRoot(type = "conversation")
@EventType("conversation.state/3")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public final class ConversationAggregate implements Shell<Conversation> {
    static final ConversationDecider DECIDER = new ConversationDecider();

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private Conversation state = DECIDER.initial();

    @Override
    public Conversation state() {
        return state;
    }

    @EventSourcingHandler
    void on(ConversationEvent event) {
        id = event.id().value();
        state = DECIDER.evolve(state, event);
    }
}
