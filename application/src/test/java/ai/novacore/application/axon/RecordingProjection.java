package ai.novacore.application.axon;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.shared.Projection;
import ai.novacore.domain.shared.DomainEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps the events that it is shown, and under which correlation, after having done with each what a test wants. */
final class RecordingProjection implements Projection {
    private final String name;
    private final Consumer<DomainEvent> first;
    private final List<DomainEvent> events = new CopyOnWriteArrayList<>();
    private final List<Correlation> correlations = new CopyOnWriteArrayList<>();

    RecordingProjection(String name, Consumer<DomainEvent> first) {
        this.name = name;
        this.first = first;
    }

    RecordingProjection() {
        this("recording", event -> {});
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void project(DomainEvent event) {
        first.accept(event);
        events.add(event);
        correlations.add(Correlation.current());
    }

    List<DomainEvent> events() {
        return List.copyOf(events);
    }

    List<Correlation> correlations() {
        return List.copyOf(correlations);
    }
}
