package ai.novacore.application.axon;

import ai.novacore.application.axon.BackboneStores.Tail;
import ai.novacore.application.shared.port.out.ReadModels;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
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

    private final Tail tail;
    private final Supplier<List<StreamingEventProcessor>> sagas;
    private final Supplier<List<StreamingEventProcessor>> projections;

    AxonReadModels(
            Tail tail,
            Supplier<List<StreamingEventProcessor>> sagas,
            Supplier<List<StreamingEventProcessor>> projections) {
        this.tail = tail;
        this.sagas = sagas;
        this.projections = projections;
    }

    @Override
    public boolean awaitLatest(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        // The sagas first: what they have done because of the latest events is among the latest events afterwards.
        return await(sagas.get(), tail.latestRecordedHere(), deadline)
                && await(projections.get(), tail.latestRecordedHere(), deadline);
    }

    /**
     * Waits until the projections have reached what is the end of the log now, whoever recorded it. While an older
     * transaction is open the log ends before what came after that, so what this node has recorded is waited for, too.
     */
    boolean awaitHead(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        return await(projections.get(), tail.createHeadToken(), deadline)
                && await(projections.get(), tail.latestRecordedHere(), deadline);
    }

    private boolean await(List<StreamingEventProcessor> processors, @Nullable TrackingToken target, long deadline) {
        if (target == null) {
            return true;
        }
        long pause = SHORTEST_PAUSE_NANOS;
        for (StreamingEventProcessor processor : processors) {
            while (!hasReached(processor, target)) {
                if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                LockSupport.parkNanos(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
            }
        }
        return true;
    }

    /** A processor that runs here tells; of one that runs on another node, what it has noted is all that is known here. */
    private boolean hasReached(StreamingEventProcessor processor, TrackingToken target) {
        var segments = processor.processingStatus().values();
        return segments.isEmpty()
                ? covers(tail.notedBy(processor.getName()), target)
                : segments.stream().allMatch(segment -> covers(segment.getTrackingToken(), target));
    }

    private static boolean covers(@Nullable TrackingToken token, TrackingToken target) {
        @Nullable TrackingToken reached = WrappedToken.unwrapLowerBound(token);
        return reached != null && reached.covers(target);
    }
}
