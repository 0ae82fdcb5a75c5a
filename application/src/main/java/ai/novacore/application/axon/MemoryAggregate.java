package ai.novacore.application.axon;

import ai.novacore.domain.memory.Memory;
import ai.novacore.domain.memory.MemoryDecider;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.shared.EventType;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The thin shell in which Axon keeps a {@link Memory}. */
@AggregateRoot(type = "memory")
@EventType("memory.state/1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public final class MemoryAggregate implements Shell<Memory> {
    static final MemoryDecider DECIDER = new MemoryDecider();

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private Memory state = DECIDER.initial();

    @Override
    public Memory state() {
        return state;
    }

    @EventSourcingHandler
    void on(MemoryEvent event) {
        id = event.id().value();
        state = DECIDER.evolve(state, event);
    }
}
