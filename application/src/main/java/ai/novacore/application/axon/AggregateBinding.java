package ai.novacore.application.axon;

import ai.novacore.domain.conversation.ConversationCommand;
import ai.novacore.domain.memory.MemoryCommand;
import ai.novacore.domain.quota.QuotaCommand;
import ai.novacore.domain.shared.Decider;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.subscription.SubscriptionCommand;
import ai.novacore.domain.user.UserCommand;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Ties a decider to the shell that Axon keeps its state in.
 *
 * @param commands the sealed parent of the commands
 */
record AggregateBinding<C extends DomainCommand, E extends DomainEvent, S, A extends Shell<S>>(
        Class<C> commands, Decider<C, E, S> decider, Class<A> shell, Supplier<A> newShell) {

    /** All aggregates there are. */
    static final List<AggregateBinding<?, ?, ?, ?>> ALL = List.of(
            new AggregateBinding<>(UserCommand.class, UserAggregate.DECIDER, UserAggregate.class, UserAggregate::new),
            new AggregateBinding<>(
                    SubscriptionCommand.class,
                    SubscriptionAggregate.DECIDER,
                    SubscriptionAggregate.class,
                    SubscriptionAggregate::new),
            new AggregateBinding<>(
                    QuotaCommand.class, QuotaAggregate.DECIDER, QuotaAggregate.class, QuotaAggregate::new),
            new AggregateBinding<>(
                    MemoryCommand.class, MemoryAggregate.DECIDER, MemoryAggregate.class, MemoryAggregate::new),
            new AggregateBinding<>(
                    ConversationCommand.class,
                    ConversationAggregate.DECIDER,
                    ConversationAggregate.class,
                    ConversationAggregate::new));

    /** Every command record; Axon looks handlers up by exact class, so the sealed parent alone would match nothing. */
    Stream<Class<?>> commandTypes() {
        return Stream.of(commands.getPermittedSubclasses());
    }
}
