package ai.novacore.application.shared;

import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.domain.shared.DomainEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets projections follow a log in memory when somebody waits for them, and not before. */
public final class InMemoryReadModels implements ReadModels {
    private final Supplier<List<DomainEvent>> log;
    private final List<Projection> projections;
    private @Nullable FutureTask<Boolean> underWay;
    private int shown;

    /** @param log everything that was recorded, oldest first */
    public InMemoryReadModels(Supplier<List<DomainEvent>> log, Projection... projections) {
        this.log = log;
        this.projections = List.of(projections);
    }

    @Override
    public synchronized boolean awaitLatest(Duration atMost) {
        FutureTask<Boolean> task = underWay;
        if (task == null) {
            List<DomainEvent> events = log.get();
            List<DomainEvent> news = events.subList(shown, events.size());
            shown = events.size();
            task = new FutureTask<>(
                    () -> news.forEach(event -> projections.forEach(projection -> projection.project(event))), true);
            Thread.ofVirtual().start(task);
        }
        underWay = task;
        try {
            boolean done = task.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            underWay = null;
            return done;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a projection failed", e.getCause());
        }
    }
}
