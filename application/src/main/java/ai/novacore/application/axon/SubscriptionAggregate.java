package ai.novacore.application.axon;

import ai.novacore.domain.shared.EventType;
import ai.novacore.domain.subscription.Subscription;
import ai.novacore.domain.subscription.SubscriptionDecider;
import ai.novacore.domain.subscription.SubscriptionEvent;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The thin shell in which Axon keeps a {@link Subscription}. */
@AggregateRoot(type = "subscription")
@EventType("subscription.state/1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public final class SubscriptionAggregate implements Shell<Subscription> {
    static final SubscriptionDecider DECIDER = new SubscriptionDecider();

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private Subscription state = DECIDER.initial();

    @Override
    public Subscription state() {
        return state;
    }

    @EventSourcingHandler
    void on(SubscriptionEvent event) {
        id = event.id().value();
        state = DECIDER.evolve(state, event);
    }
}
