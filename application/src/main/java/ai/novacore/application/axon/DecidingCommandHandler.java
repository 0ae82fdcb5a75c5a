package ai.novacore.application.axon;

import ai.novacore.domain.shared.Decider;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;

/** The one command handler: loads the shell, has the decider decide, applies what it decided. */
final class DecidingCommandHandler<C extends DomainCommand, E extends DomainEvent, S, A extends Shell<S>>
        implements MessageHandler<CommandMessage<?>> {
    private final AggregateBinding<C, E, S, A> binding;
    private final Repository<A> repository;

    DecidingCommandHandler(AggregateBinding<C, E, S, A> binding, Repository<A> repository) {
        this.binding = binding;
        this.repository = repository;
    }

    /** Returns the events, in order. */
    @Override
    public List<E> handle(CommandMessage<?> message) throws Exception {
        C command = binding.commands().cast(message.getPayload());
        Decider<C, E, S> decider = binding.decider();
        Aggregate<A> aggregate = repository.loadOrCreate(
                command.id().value(), () -> binding.newShell().get());
        List<E> events = new ArrayList<>();
        aggregate.execute(shell -> {
            events.addAll(decider.decide(command, shell.state()));
            events.forEach(AggregateLifecycle::apply);
        });
        return events;
    }
}
