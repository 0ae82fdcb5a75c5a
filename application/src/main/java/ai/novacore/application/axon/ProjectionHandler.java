package ai.novacore.application.axon;

import ai.novacore.application.shared.Projection;
import ai.novacore.domain.shared.DomainEvent;
import org.axonframework.eventhandling.EventHandler;

/** The thin shell in which Axon runs a {@link Projection}. */
public final class ProjectionHandler implements NamedHandler {
    private final Projection projection;
    private final Savepoint savepoint;

    ProjectionHandler(Projection projection, Savepoint savepoint) {
        this.projection = projection;
        this.savepoint = savepoint;
    }

    @Override
    public String group() {
        return projection.name();
    }

    @EventHandler
    void on(DomainEvent event) {
        savepoint.run(() -> projection.project(event));
    }
}
