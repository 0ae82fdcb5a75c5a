package ai.novacore.application.shared;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.conversation.ConversationCommand;
import ai.novacore.domain.conversation.ConversationDecider;
import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.memory.MemoryCommand;
import ai.novacore.domain.memory.MemoryDecider;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.quota.QuotaCommand;
import ai.novacore.domain.quota.QuotaDecider;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.shared.AggregateId;
import ai.novacore.domain.shared.Decider;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.subscription.SubscriptionCommand;
import ai.novacore.domain.subscription.SubscriptionDecider;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.user.UserCommand;
import ai.novacore.domain.user.UserDecider;
import ai.novacore.domain.user.UserEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Decides with the real deciders and keeps the log in memory. Work that fails leaves no trace in the log, nor in the stores
 * that take part; rows in other stores are not taken back. One thread at a time.
 */
public final class InMemoryCommandDispatcher implements CommandDispatcher {
    private final List<DomainEvent> log = new ArrayList<>();
    private final List<DomainCommand> commands = new ArrayList<>();
    private final List<Supplier<Runnable>> stores = new ArrayList<>();
    private boolean inTransaction;
    private int racesToLose;

    /** Records what happened before the test begins. */
    public synchronized InMemoryCommandDispatcher given(DomainEvent... events) {
        log.addAll(List.of(events));
        return this;
    }

    /**
     * Has a store take part in transactions.
     *
     * @param remember remembers how it is, and gives what brings it back to that
     */
    public synchronized InMemoryCommandDispatcher with(Supplier<Runnable> remember) {
        stores.add(remember);
        return this;
    }

    /** Lets the next {@code races} transactions do their work in vain: each is run again from its start. */
    public synchronized void loseRaces(int races) {
        racesToLose = races;
    }

    /** All that was recorded, oldest first. */
    public synchronized List<DomainEvent> events() {
        return List.copyOf(log);
    }

    /** What was recorded for one aggregate, oldest first. */
    public synchronized List<DomainEvent> events(AggregateId id) {
        return log.stream().filter(event -> event.id().equals(id)).toList();
    }

    /** The commands that were dispatched, also those that were rejected or came to nothing. */
    public synchronized List<DomainCommand> commands() {
        return List.copyOf(commands);
    }

    @Override
    public synchronized List<DomainEvent> dispatch(DomainCommand command) {
        commands.add(command);
        List<? extends DomainEvent> decided = switch (command) {
            case UserCommand c -> decide(new UserDecider(), UserEvent.class, c);
            case SubscriptionCommand c -> decide(new SubscriptionDecider(), SubscriptionEvent.class, c);
            case QuotaCommand c -> decide(new QuotaDecider(), QuotaEvent.class, c);
            case MemoryCommand c -> decide(new MemoryDecider(), MemoryEvent.class, c);
            case ConversationCommand c -> decide(new ConversationDecider(), ConversationEvent.class, c);
            default -> throw new IllegalArgumentException("nobody decides " + command.getClass());
        };
        log.addAll(decided);
        return List.copyOf(decided);
    }

    @Override
    public synchronized <T> T atomically(Supplier<T> work) {
        if (inTransaction) {
            return work.get();
        }
        Runnable back = remember();
        inTransaction = true;
        try {
            T result = work.get();
            while (racesToLose > 0) {
                racesToLose--;
                back.run();
                result = work.get();
            }
            return result;
        } catch (RuntimeException | Error e) {
            back.run();
            throw e;
        } finally {
            inTransaction = false;
        }
    }

    private Runnable remember() {
        List<DomainEvent> before = List.copyOf(log);
        List<Runnable> backs = stores.stream().map(Supplier::get).toList();
        return () -> {
            log.clear();
            log.addAll(before);
            backs.forEach(Runnable::run);
        };
    }

    private <C extends DomainCommand, E extends DomainEvent, S> List<E> decide(
            Decider<C, E, S> decider, Class<E> type, C command) {
        List<E> stream = events(command.id()).stream().map(type::cast).toList();
        return decider.decide(command, decider.fold(decider.initial(), stream));
    }
}
