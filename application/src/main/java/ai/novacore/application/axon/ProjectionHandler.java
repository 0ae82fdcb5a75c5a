package ai.novacore.application.axon;

import ai.novacore.application.shared.Projection;
import ai.novacore.domain.shared.DomainEvent;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.jspecify.annotations.Nullable;

/** The thin shell in which Axon runs a {@link Projection}. */
final class ProjectionHandler implements EventMessageHandler, NamedHandler {
    private final Projection projection;
    private final Isolation isolation;

    ProjectionHandler(Projection projection, Isolation isolation) {
        this.projection = projection;
        this.isolation = isolation;
    }

    @Override
    public String group() {
        return projection.name();
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return canHandleType(message.getPayloadType());
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return DomainEvent.class.isAssignableFrom(payloadType) && projection.concerns(payloadType);
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        isolation.run(message.getIdentifier(), () -> projection.project((DomainEvent) message.getPayload()));
        return null;
    }
}
