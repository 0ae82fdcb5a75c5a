package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.application.shared.Projection;
import ai.novacore.domain.shared.DomainEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps the events that it is shown, after having done with each what a test wants. */
final class RecordingProjection implements Projection {
    private final List<DomainEvent> events = new CopyOnWriteArrayList<>();
    private final Consumer<DomainEvent> first;

    RecordingProjection() {
        this(event -> {});
    }

    RecordingProjection(Consumer<DomainEvent> first) {
        this.first = first;
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public void project(DomainEvent event) {
        first.accept(event);
        events.add(event);
    }

    List<DomainEvent> events() {
        return List.copyOf(events);
    }
}
