package ai.novacore.application.shared;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.AggregateId;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A log in memory of what a dispatcher decides, one command at a time; it does not take back failed work. */
public final class InMemoryEventLog implements EventLog, CommandDispatcher {
    private final CommandDispatcher decider;
    private final List<Recorded> log = new ArrayList<>();

    public InMemoryEventLog(CommandDispatcher decider) {
        this.decider = decider;
    }

    @Override
    public synchronized List<DomainEvent> dispatch(DomainCommand command) {
        List<DomainEvent> events = decider.dispatch(command);
        events.forEach(event -> log.add(recorded(event, command.actor())));
        return events;
    }

    @Override
    public <T> T atomically(Supplier<T> work) {
        return decider.atomically(work);
    }

    @Override
    public synchronized List<Recorded> after(long position, @Nullable String correlationId, int limit) {
        return log.stream()
                .filter(recorded -> recorded.position() > position)
                .filter(recorded ->
                        correlationId == null || recorded.correlationId().equals(correlationId))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Recorded> stream(AggregateId id, long fromSequence, int limit) {
        return log.stream()
                .filter(recorded -> recorded.event().id().equals(id) && recorded.sequence() >= fromSequence)
                .limit(limit)
                .toList();
    }

    private Recorded recorded(DomainEvent event, Actor actor) {
        long sequence = log.stream()
                .filter(earlier -> earlier.event().id().equals(event.id()))
                .count();
        String type = Objects.requireNonNull(event.getClass().getAnnotation(EventType.class))
                .value();
        return new Recorded(
                log.size() + 1L, sequence, type, Correlation.current().id(), actor, event);
    }
}
