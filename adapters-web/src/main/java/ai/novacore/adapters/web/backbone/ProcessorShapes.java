package ai.novacore.adapters.web.backbone;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.application.backbone.port.in.ProcessorsQuery.Standing;
import ai.novacore.application.backbone.port.out.Processors.Processor;
import ai.novacore.application.backbone.port.out.Processors.Segment;
import ai.novacore.application.backbone.port.out.Replay;
import ai.novacore.application.backbone.port.out.Replay.Difference;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of processors and their replays. */
final class ProcessorShapes {
    private static final double MILLIS_PER_SECOND = 1_000;

    private ProcessorShapes() {}

    /** Whether the copy takes the place of the read model also when they differ. */
    @Schema(name = "ReplayRequest")
    record Wish(@Nullable Boolean swapWhenDifferent) {}

    @Schema(name = "Processors")
    record All(List<ProcessorView> items) {
        static All of(List<Standing> standings) {
            return new All(standings.stream().map(ProcessorView::of).toList());
        }
    }

    /** What follows the events; {@code replay} is the latest. */
    @Schema(name = "Processor")
    record ProcessorView(
            String name,

            @Schema(allowableValues = {"projection", "saga", "effect"})
            String kind,

            long position,
            double lagSeconds,
            long eventsBehind,
            List<SegmentView> segments,
            long deadLetters,
            boolean replayable,
            @Nullable ReplayView replay) {
        static ProcessorView of(Standing standing) {
            Processor processor = standing.processor();
            return new ProcessorView(
                    processor.name(),
                    Choices.lower(processor.kind()),
                    processor.position(),
                    processor.lag().toMillis() / MILLIS_PER_SECOND,
                    processor.eventsBehind(),
                    processor.segments().stream().map(SegmentView::of).toList(),
                    processor.deadLetters(),
                    standing.replayable(),
                    standing.replay() == null ? null : ReplayView.of(standing.replay()));
        }
    }

    /** A part of a processor; {@code owner} is the node that works on it. */
    @Schema(name = "ProcessorSegment")
    record SegmentView(
            int id,
            @Nullable String owner,
            long position,
            boolean caughtUp,
            @Nullable String error) {
        static SegmentView of(Segment segment) {
            return new SegmentView(
                    segment.id(), segment.owner(), segment.position(), segment.caughtUp(), segment.error());
        }
    }

    @Schema(name = "Replays")
    record Latest(List<ReplayView> items) {
        static Latest of(List<Replay> replays) {
            return new Latest(replays.stream().map(ReplayView::of).toList());
        }
    }

    /** A read model that is, or was, built anew; {@code progress} goes from 0 to 1. */
    @Schema(name = "Replay")
    record ReplayView(
            String replayId,
            String processor,

            @Schema(allowableValues = {"waiting", "building", "comparing", "swapped", "refused", "failed", "cancelled"})
            String status,

            double progress,
            long eventsDone,
            long eventsTotal,
            boolean swapWhenDifferent,
            String askedBy,
            Instant askedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String node,
            List<DifferenceView> differences,
            @Nullable Long readersWaitedMillis,
            @Nullable String failure) {
        static ReplayView of(Replay replay) {
            return new ReplayView(
                    replay.id(),
                    replay.processor(),
                    Choices.lower(replay.status()),
                    replay.progress(),
                    replay.eventsDone(),
                    replay.eventsTotal(),
                    replay.swapWhenDifferent(),
                    replay.askedBy(),
                    replay.askedAt(),
                    replay.startedAt(),
                    replay.endedAt(),
                    replay.node(),
                    replay.differences().stream().map(DifferenceView::of).toList(),
                    replay.readersWaitedMillis(),
                    replay.failure());
        }
    }

    /** Rows that only the copy has, only the read model has, or both with other contents; {@code keys} of some. */
    @Schema(name = "ReplayDifference")
    record DifferenceView(String table, long missing, long surplus, long changed, List<String> keys) {
        static DifferenceView of(Difference difference) {
            return new DifferenceView(
                    difference.table(),
                    difference.missing(),
                    difference.surplus(),
                    difference.changed(),
                    difference.keys());
        }
    }
}
