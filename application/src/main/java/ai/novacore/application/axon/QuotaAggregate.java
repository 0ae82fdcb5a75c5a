package ai.novacore.application.axon;

import ai.novacore.domain.quota.Quota;
import ai.novacore.domain.quota.QuotaDecider;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.shared.EventType;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The thin shell in which Axon keeps a {@link Quota}. */
@AggregateRoot(type = "quota")
@EventType("quota.state/2")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public final class QuotaAggregate implements Shell<Quota> {
    static final QuotaDecider DECIDER = new QuotaDecider();

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private Quota state = DECIDER.initial();

    @Override
    public Quota state() {
        return state;
    }

    @EventSourcingHandler
    void on(QuotaEvent event) {
        id = event.id().value();
        state = DECIDER.evolve(state, event);
    }
}
