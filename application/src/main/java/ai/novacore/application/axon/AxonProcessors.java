package ai.novacore.application.axon;

import ai.novacore.application.axon.Backbone.Followers;
import ai.novacore.application.axon.BackboneStores.NotedSegment;
import ai.novacore.application.axon.BackboneStores.Tail;
import ai.novacore.application.backbone.port.out.Processors;
import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.Projection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** Tells of the processors what they have noted, which is right on every node, and what this node knows of their failures. */
final class AxonProcessors implements Processors {
    private static final int MOST_COUNTED = 1_000_000;

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Configuration axon;
    private final Tail tail;
    private final ToLongFunction<String> deadLetters;
    private final Clock clock;

    AxonProcessors(
            Followers followers, Configuration axon, Tail tail, ToLongFunction<String> deadLetters, Clock clock) {
        followers.projections().stream().map(Projection::name).forEach(name -> kinds.put(name, Kind.PROJECTION));
        followers.sagas().stream().map(SagaShells::nameOf).forEach(name -> kinds.put(name, Kind.SAGA));
        followers.effects().stream().map(Effect::name).forEach(name -> kinds.put(name, Kind.EFFECT));
        this.axon = axon;
        this.tail = tail;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(kinds.keySet());
    }

    @Override
    public List<Processor> all() {
        return kinds.keySet().stream().map(this::processor).toList();
    }

    private Processor processor(String name) {
        List<NotedSegment> noted = tail.segmentsOf(name);
        @Nullable TrackingToken lowest = lowest(noted);
        return new Processor(
                name,
                kinds.getOrDefault(name, Kind.PROJECTION),
                position(lowest),
                lag(lowest),
                lowest == null ? 0 : tail.eventsAfter(lowest, MOST_COUNTED),
                noted.stream().map(segment -> segment(name, segment)).toList(),
                deadLetters.applyAsLong(name));
    }

    /** Where all segments are; nothing as long as there are none. */
    private @Nullable TrackingToken lowest(List<NotedSegment> noted) {
        @Nullable TrackingToken lowest = null;
        for (NotedSegment segment : noted) {
            TrackingToken place = placeOf(segment);
            lowest = lowest == null ? place : lowest.lowerBound(place);
        }
        return lowest;
    }

    private TrackingToken placeOf(NotedSegment segment) {
        @Nullable TrackingToken place = WrappedToken.unwrapLowerBound(segment.place());
        return place == null ? tail.createTailToken() : place;
    }

    private Segment segment(String name, NotedSegment noted) {
        TrackingToken place = placeOf(noted);
        return new Segment(
                noted.id(), noted.owner(), position(place), tail.recordedAfter(place) == null, error(name, noted.id()));
    }

    private Duration lag(@Nullable TrackingToken place) {
        @Nullable Instant waiting = place == null ? null : tail.recordedAfter(place);
        Duration lag = waiting == null ? Duration.ZERO : Duration.between(waiting, clock.instant());
        return lag.isNegative() ? Duration.ZERO : lag;
    }

    private static long position(@Nullable TrackingToken place) {
        return place == null ? 0 : place.position().orElse(0);
    }

    /** What sort of failure it was; not its message, which may quote what is nobody's business. */
    private @Nullable String error(String name, int segment) {
        return axon.eventProcessingConfiguration()
                .eventProcessor(name, StreamingEventProcessor.class)
                .map(processor -> processor.processingStatus().get(segment))
                .filter(EventTrackerStatus::isErrorState)
                .map(status -> status.getError().getClass().getName())
                .orElse(null);
    }
}
