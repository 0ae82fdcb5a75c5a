package ai.novacore.application.backbone.port.out;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What follows the events, wherever it runs. */
public interface Processors {

    List<Processor> all();

    Set<String> names();

    /** What a processor does with events. */
    enum Kind {
        PROJECTION,
        SAGA,
        EFFECT
    }

    /**
     * A processor.
     *
     * @param position the position of the last event that all of it has seen; 0 before the first
     * @param lag how long the oldest event has been waiting that it has not seen
     * @param eventsBehind how many events it has not seen; no more than are counted
     */
    record Processor(
            String name,
            Kind kind,
            long position,
            Duration lag,
            long eventsBehind,
            List<Segment> segments,
            long deadLetters) {
        public Processor {
            segments = List.copyOf(segments);
        }
    }

    /**
     * A part of a processor.
     *
     * @param owner the node that works on it; absent when none does
     * @param caughtUp whether it has seen everything
     * @param error what it failed on last, if it runs here and has not recovered
     */
    record Segment(
            int id,
            @Nullable String owner,
            long position,
            boolean caughtUp,
            @Nullable String error) {}
}
