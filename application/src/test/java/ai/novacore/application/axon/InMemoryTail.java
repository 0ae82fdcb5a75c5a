package ai.novacore.application.axon;

import ai.novacore.application.axon.BackboneStores.NotedSegment;
import ai.novacore.application.axon.BackboneStores.Tail;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** Axon's log in memory, which also wakes those who follow it. */
final class InMemoryTail extends InMemoryEventStorageEngine implements Tail {
    private static final long PAUSE_NANOS = 500_000;

    private final List<Runnable> wakeUps = new CopyOnWriteArrayList<>();

    @Override
    public @Nullable TrackingToken notedBy(String processor) {
        return null;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        super.appendEvents(events);
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().afterCommit(done -> wake());
        } else {
            wake();
        }
    }

    private void wake() {
        wakeUps.forEach(Runnable::run);
    }

    @Override
    public @Nullable TrackingToken latestRecordedHere() {
        return createHeadToken();
    }

    @Override
    public @Nullable Instant recordedAfter(TrackingToken place) {
        return readEvents(place, false)
                .findFirst()
                .map(event -> event.getTimestamp())
                .orElse(null);
    }

    @Override
    public List<NotedSegment> segmentsOf(String processor) {
        return List.of();
    }

    @Override
    public long eventsAfter(TrackingToken place, int most) {
        return readEvents(place, false).limit(most).count();
    }

    /** The events of one stream, or of all, oldest first. */
    List<TrackedEventMessage<?>> all() {
        return readEvents((TrackingToken) null, false)
                .<TrackedEventMessage<?>>map(event -> event)
                .toList();
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return new Following(after);
    }

    @Override
    public TrackingToken createTailToken() {
        return super.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return super.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return super.createTokenAt(time);
    }

    private final class Following implements BlockingStream<TrackedEventMessage<?>> {
        private final Queue<TrackedEventMessage<?>> ahead = new ArrayDeque<>();
        private @Nullable TrackingToken place;
        private @Nullable Runnable wakeUp;

        Following(@Nullable TrackingToken after) {
            this.place = after;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            if (ahead.isEmpty()) {
                readEvents(place, false).forEach(ahead::add);
            }
            return Optional.ofNullable(ahead.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            long deadline = System.nanoTime() + unit.toNanos(timeout);
            while (peek().isEmpty()) {
                if (System.nanoTime() - deadline >= 0) {
                    return false;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return true;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
                // waits on, as the interface says
            }
            TrackedEventMessage<?> next = ahead.remove();
            place = next.trackingToken();
            return next;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            wakeUp = callback;
            wakeUps.add(callback);
            return true;
        }

        @Override
        public void close() {
            if (wakeUp != null) {
                wakeUps.remove(wakeUp);
            }
        }
    }
}
