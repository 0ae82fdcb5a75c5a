package ai.novacore.application.axon;

import ai.novacore.application.shared.Saga;
import ai.novacore.application.shared.Saga.Step;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.shared.DomainEvent;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * What Axon takes for a saga: it keeps the progress, asks the pure saga what follows from an event, and forwards its
 * commands. Subclasses say which events belong together.
 *
 * @param <P> the progress
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
abstract class SagaShell<P> {
    private @Nullable P progress;
    private transient @Nullable Connection<P> connection;

    /** What a saga needs to act; given by Axon's resource injection, to a new saga and to a loaded one. */
    record Connection<P>(Saga<P> saga, CommandDispatcher commands) {}

    final void connect(Connection<P> to) {
        this.connection = to;
    }

    /** What the saga keeps in mind; absent before its first event and after its last. */
    final @Nullable P progress() {
        return progress;
    }

    final void react(DomainEvent event) {
        Connection<P> to = connection;
        if (to == null) {
            throw new IllegalStateException("the saga is not connected");
        }
        Step<P> step = to.saga().react(event, progress);
        if (!step.commands().isEmpty()) {
            Apart.run(() -> step.commands().forEach(to.commands()::dispatch));
        }
        progress = step.progress();
        if (progress == null) {
            SagaLifecycle.end();
        }
    }
}
