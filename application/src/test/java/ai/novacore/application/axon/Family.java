package ai.novacore.application.axon;

import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.RandomValues;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.user.UserEvent;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One kind of aggregate with its events and its shell, for the tests that hold for all of them. */
record Family<E extends DomainEvent, A extends Shell<?>>(Class<E> events, Supplier<A> newShell, BiConsumer<A, E> fold) {

    /** A new kind of aggregate needs one line here. */
    static final List<Family<?, ?>> ALL = List.of(
            new Family<>(UserEvent.class, UserAggregate::new, UserAggregate::on),
            new Family<>(SubscriptionEvent.class, SubscriptionAggregate::new, SubscriptionAggregate::on),
            new Family<>(QuotaEvent.class, QuotaAggregate::new, QuotaAggregate::on),
            new Family<>(MemoryEvent.class, MemoryAggregate::new, MemoryAggregate::on),
            new Family<>(ConversationEvent.class, ConversationAggregate::new, ConversationAggregate::on));

    static List<Family<?, ?>> all() {
        return ALL;
    }

    /** Every class of event. */
    static List<Class<? extends DomainEvent>> eventTypes() {
        return ALL.stream()
                .flatMap(family -> Stream.<Class<?>>of(family.events().getPermittedSubclasses()))
                .<Class<? extends DomainEvent>>map(type -> type.asSubclass(DomainEvent.class))
                .toList();
    }

    /** A shell that some random events were folded into. */
    A shellAfter(int count, RandomValues values) {
        A shell = newShell.get();
        for (int i = 0; i < count; i++) {
            fold.accept(shell, values.next(events));
        }
        return shell;
    }

    @Override
    public String toString() {
        return events.getSimpleName();
    }
}
