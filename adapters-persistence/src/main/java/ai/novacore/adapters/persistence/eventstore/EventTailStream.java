package ai.novacore.adapters.persistence.eventstore;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** One processor's view of the tail. Used by one thread at a time, as Axon's coordinator does. */
final class EventTailStream implements BlockingStream<TrackedEventMessage<?>> {
    private static final long LOOK_EVERY_MILLIS = 1;

    private final Function<LogPosition, List<TrackedEventMessage<?>>> after;
    private final List<Runnable> wakeUps;
    private final Queue<TrackedEventMessage<?>> ahead = new ArrayDeque<>();
    private LogPosition place;
    private @Nullable Runnable wakeUp;

    EventTailStream(
            Function<LogPosition, List<TrackedEventMessage<?>>> after, LogPosition place, List<Runnable> wakeUps) {
        this.after = after;
        this.place = place;
        this.wakeUps = wakeUps;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (ahead.isEmpty()) {
            ahead.addAll(after.apply(place));
        }
        return Optional.ofNullable(ahead.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (peek().isEmpty()) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            // waits on, as the interface says
        }
        TrackedEventMessage<?> next = ahead.remove();
        place = (LogPosition) next.trackingToken();
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
