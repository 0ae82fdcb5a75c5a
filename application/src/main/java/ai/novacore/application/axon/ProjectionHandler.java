package ai.novacore.application.axon;

import ai.novacore.application.shared.Projection;
import ai.novacore.domain.shared.DomainEvent;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** The thin shell in which Axon runs a {@link Projection}. */
public final class ProjectionHandler implements NamedHandler {
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

    @EventHandler
    void on(DomainEvent event, EventMessage<?> message) {
        isolation.run(message.getIdentifier(), () -> projection.project(event));
    }
}
