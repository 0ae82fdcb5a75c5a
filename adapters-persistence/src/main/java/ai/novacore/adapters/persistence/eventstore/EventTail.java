package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.adapters.persistence.eventstore.PostgresEventStorageEngine.AppendListener;
import ai.novacore.adapters.persistence.eventstore.PostgresEventStorageEngine.Stretch;
import ai.novacore.application.axon.BackboneStores.NotedSegment;
import ai.novacore.application.axon.BackboneStores.Tail;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log once for all processors, and wakes them when there is something new.
 *
 * <p>One thread reads what was appended since it last looked: at once when this node has committed something or another
 * node has told so, after {@value #UNSETTLED_PAUSE_MILLIS} ms when an event waits for an older transaction to end, and
 * every {@value #IDLE_PAUSE_MILLIS} ms in any case. The newest {@value #KEPT} events stay in memory, where all processors
 * that have caught up read them; one that is behind reads from the table. See docs/adr/0005.
 */
public final class EventTail implements Tail, AppendListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);
    private static final int KEPT = 4_096;
    private static final int STRETCH = 500;
    private static final int UNSETTLED_PAUSE_MILLIS = 2;
    private static final int IDLE_PAUSE_MILLIS = 500;
    private static final int FAILURE_PAUSE_MILLIS = 1_000;

    private final PostgresEventStorageEngine engine;
    private final NotedPlaces places;
    private final ConcurrentSkipListMap<LogPosition, TrackedEventMessage<?>> recent = new ConcurrentSkipListMap<>();
    private final List<Runnable> wakeUps = new CopyOnWriteArrayList<>();
    private final Semaphore news = new Semaphore(0);
    private final AtomicReference<@Nullable LogPosition> recordedHere = new AtomicReference<>();
    private final Thread follower;

    /** Everything after this place, up to {@link #reached}, is in {@link #recent}. */
    private volatile LogPosition keptFrom;

    private volatile LogPosition reached;
    private volatile boolean closed;

    /** Starts to follow the log from its present end. */
    EventTail(PostgresEventStorageEngine engine, NotedPlaces places) {
        this.engine = engine;
        this.places = places;
        this.reached = (LogPosition) engine.createHeadToken();
        this.keptFrom = reached;
        this.follower = Thread.ofPlatform().daemon().name("event-tail").unstarted(this::follow);
        follower.start();
    }

    @Override
    public void appended(LogPosition newest) {
        recordedHere.accumulateAndGet(newest, (a, b) -> a == null || (b != null && b.compareTo(a) > 0) ? b : a);
        lookAgain();
    }

    /** Says that there may be something new. */
    public void lookAgain() {
        news.release();
    }

    @Override
    public @Nullable TrackingToken latestRecordedHere() {
        return recordedHere.get();
    }

    @Override
    public @Nullable TrackingToken notedBy(String processor) {
        return places.of(processor);
    }

    @Override
    public @Nullable Instant recordedAfter(TrackingToken place) {
        return engine.recordedAfter((LogPosition) place);
    }

    @Override
    public List<NotedSegment> segmentsOf(String processor) {
        return places.segmentsOf(processor);
    }

    @Override
    public long eventsAfter(TrackingToken place, int most) {
        return engine.countAfter((LogPosition) place, most);
    }

    private void follow() {
        while (!closed) {
            try {
                news.drainPermits();
                Stretch stretch = engine.read(reached, STRETCH);
                keep(stretch.events());
                pause(stretch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("The log cannot be read, trying again in {} ms", FAILURE_PAUSE_MILLIS, e);
                    pauseAfterFailure();
                }
            }
        }
    }

    private void keep(List<TrackedEventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        for (TrackedEventMessage<?> event : events) {
            recent.put((LogPosition) event.trackingToken(), event);
        }
        reached = (LogPosition) events.getLast().trackingToken();
        while (recent.size() > KEPT) {
            keptFrom = recent.firstKey(); // before the removal: whoever reads meanwhile sees that it is behind
            recent.pollFirstEntry();
        }
        wakeUps.forEach(Runnable::run);
    }

    private void pause(Stretch stretch) throws InterruptedException {
        if (stretch.more()) {
            return;
        }
        if (stretch.unsettled()) {
            TimeUnit.MILLISECONDS.sleep(UNSETTLED_PAUSE_MILLIS);
        } else if (news.tryAcquire(IDLE_PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    private void pauseAfterFailure() {
        try {
            TimeUnit.MILLISECONDS.sleep(FAILURE_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What comes right after a place; nothing when that is the end. */
    private List<TrackedEventMessage<?>> after(LogPosition place) {
        Map.Entry<LogPosition, TrackedEventMessage<?>> next = recent.higherEntry(place);
        if (place.compareTo(keptFrom) < 0) {
            return engine.read(place, STRETCH).events();
        }
        return next == null ? List.of() : List.of(next.getValue());
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        EventTailStream stream =
                new EventTailStream(this::after, after == null ? LogPosition.START : (LogPosition) after, wakeUps);
        return stream;
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return engine.createTokenAt(time);
    }

    @Override
    public void close() {
        closed = true;
        follower.interrupt();
    }
}
