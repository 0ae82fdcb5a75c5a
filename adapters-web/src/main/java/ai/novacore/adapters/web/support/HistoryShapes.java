package ai.novacore.adapters.web.support;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.support.SupportShapes.ActorView;
import ai.novacore.application.support.port.in.HistoryQuery.Change;
import ai.novacore.application.support.port.in.HistoryQuery.Difference;
import ai.novacore.application.support.port.in.HistoryQuery.Happened;
import ai.novacore.application.support.port.in.HistoryQuery.StateThen;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events, states and differences, as the HTTP contract shows them. */
final class HistoryShapes {
    private HistoryShapes() {}

    /** @param nextAfter behind which event the next page begins; absent when this page is not full */
    @Schema(name = "SupportEvents")
    record Events(List<EventView> items, @Nullable Long nextAfter) {
        static Events of(List<Happened> events, int limit) {
            return new Events(
                    events.stream().map(EventView::of).toList(),
                    events.size() < limit ? null : events.getLast().sequence());
        }
    }

    @Schema(name = "SupportEvent")
    record EventView(
            long sequence,
            String eventId,
            String type,
            Instant at,
            Instant recordedAt,
            String correlationId,
            @Nullable String causationId,
            ActorView actor,
            boolean understood,
            @Schema(type = "object") Object payload) {

        static EventView of(Happened event) {
            return new EventView(
                    event.sequence(),
                    event.eventId(),
                    event.type(),
                    event.at(),
                    event.recordedAt(),
                    event.correlationId(),
                    event.causationId(),
                    ActorView.of(event.actor()),
                    event.understood(),
                    event.payload());
        }
    }

    /** @param passedOver how many events are not understood and are not in this state */
    @Schema(name = "SupportState")
    record StateView(
            long sequence,
            @Nullable Instant at,
            long passedOver,
            @Schema(type = "object") Object state) {

        static StateView of(StateThen state) {
            return new StateView(state.sequence(), state.at(), state.passedOver(), state.state());
        }
    }

    @Schema(name = "SupportPoint")
    record PointView(long sequence, @Nullable Instant at) {
        static PointView of(StateThen state) {
            return new PointView(state.sequence(), state.at());
        }
    }

    /** In the words of JSON Patch: {@code add}, {@code remove}, {@code replace}; the path is a JSON Pointer. */
    @Schema(name = "SupportChange")
    record ChangeView(
            String op,
            String path,
            @Nullable Object before,
            @Nullable Object after) {
        static ChangeView of(Change change) {
            return new ChangeView(Choices.lower(change.operation()), change.path(), change.before(), change.after());
        }
    }

    @Schema(name = "SupportDiff")
    record DiffView(PointView from, PointView to, List<ChangeView> changes, List<EventView> events) {
        static DiffView of(Difference difference) {
            return new DiffView(
                    PointView.of(difference.from()),
                    PointView.of(difference.to()),
                    difference.changes().stream().map(ChangeView::of).toList(),
                    difference.events().stream().map(EventView::of).toList());
        }
    }
}
