package ai.novacore.application.axon;

import ai.novacore.application.axon.BackboneStores.Tail;
import ai.novacore.application.shared.port.out.ReadModels;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/**
 * Compares the places that the processors have reached with the place of the newest event of this node. Looks again and
 * again, less and less often, because Axon tells nobody when a processor has passed over events that it does not handle.
 */
final class AxonReadModels implements ReadModels {
    private static final long SHORTEST_PAUSE_NANOS = 500_000;
    private static final long LONGEST_PAUSE_NANOS = 8_000_000;

    /** Longer than the claim of a node that has died holds. */
    private static final Duration CLAIM = Duration.ofSeconds(12);

    private final Tail tail;
    private final Supplier<List<StreamingEventProcessor>> sagas;
    private final Supplier<List<StreamingEventProcessor>> projections;
    private final Predicate<StreamingEventProcessor> claimedElsewhere;

    /** @param claimedElsewhere whether other nodes have claimed all of a processor's segments */
    AxonReadModels(
            Tail tail,
            Supplier<List<StreamingEventProcessor>> sagas,
            Supplier<List<StreamingEventProcessor>> projections,
            Predicate<StreamingEventProcessor> claimedElsewhere) {
        this.tail = tail;
        this.sagas = sagas;
        this.projections = projections;
        this.claimedElsewhere = claimedElsewhere;
    }

    @Override
    public boolean awaitLatest(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        // The sagas first: what they have done because of the latest events is among the latest events afterwards.
        return await(sagas.get(), tail.latestRecordedHere(), deadline, processor -> false)
                && await(projections.get(), tail.latestRecordedHere(), deadline, processor -> false);
    }

    /**
     * Waits until the projections have reached what is the end of the log now, whoever recorded it. Those that another
     * node keeps, it keeps up to date: this node hears nothing of how far they are, and does not wait for them.
     */
    boolean awaitHead(Duration atMost) {
        long begun = System.nanoTime();
        return await(
                projections.get(),
                tail.createHeadToken(),
                begun + atMost.toNanos(),
                processor -> System.nanoTime() - begun > CLAIM.toNanos()
                        && processor.processingStatus().isEmpty()
                        && claimedElsewhere.test(processor));
    }

    private static boolean await(
            List<StreamingEventProcessor> processors,
            @Nullable TrackingToken target,
            long deadline,
            Predicate<StreamingEventProcessor> excused) {
        if (target == null) {
            return true;
        }
        long pause = SHORTEST_PAUSE_NANOS;
        for (StreamingEventProcessor processor : processors) {
            while (!hasReached(processor, target) && !excused.test(processor)) {
                if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                LockSupport.parkNanos(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
            }
        }
        return true;
    }

    private static boolean hasReached(StreamingEventProcessor processor, TrackingToken target) {
        var segments = processor.processingStatus().values();
        return !segments.isEmpty() && segments.stream().allMatch(segment -> covers(segment, target));
    }

    private static boolean covers(EventTrackerStatus segment, TrackingToken target) {
        @Nullable TrackingToken reached = WrappedToken.unwrapLowerBound(segment.getTrackingToken());
        return reached != null && reached.covers(target);
    }
}
