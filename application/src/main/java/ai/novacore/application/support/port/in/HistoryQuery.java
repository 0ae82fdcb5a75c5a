package ai.novacore.application.support.port.in;

import ai.novacore.domain.shared.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an aggregate, and what it was at any point. Only reads. Values are trees of maps, lists, texts, numbers
 * and truth values, as they are written in JSON; personal texts in them are masked unless they are asked for.
 *
 * <p>All throw {@link ai.novacore.domain.shared.DomainRejection} {@code not_found} for an aggregate that has no events, and
 * for a point behind its last one.
 */
public interface HistoryQuery {
    /** The sequence of the point at which nothing had happened yet. */
    long BEFORE_ALL = -1;

    /** The most events that a difference lists. */
    int MOST_EVENTS = 100;

    /** A kind of aggregate. */
    enum Kind {
        USER,
        SUBSCRIPTION,
        QUOTA,
        MEMORY,
        CONVERSATION
    }

    /**
     * One aggregate.
     *
     * @param id in the form of its kind, or nothing is found
     */
    record Subject(Kind kind, String id) {}

    /** A point in the life of an aggregate. */
    sealed interface Point {
        /** After an event; {@link #BEFORE_ALL} is before the first. */
        record After(long sequence) implements Point {}

        /** After the events before the first one that happened later than this. */
        record At(Instant instant) implements Point {}

        /** After everything that has happened until now. */
        record Latest() implements Point {}
    }

    /**
     * An event.
     *
     * @param sequence its place among those of its aggregate, from 0
     * @param type the stored name and version
     * @param at when it happened
     * @param causationId the message that caused it directly; absent when none is known
     * @param understood whether the program knows this event; if not, the payload is what is stored
     */
    record Happened(
            long sequence,
            String eventId,
            String type,
            Instant at,
            Instant recordedAt,
            String correlationId,
            @Nullable String causationId,
            Actor actor,
            boolean understood,
            Object payload) {}

    /**
     * What an aggregate was.
     *
     * @param sequence the event that this is the state after
     * @param at when that happened; absent before the first
     * @param passedOver how many events are not understood and left out
     */
    record StateThen(long sequence, @Nullable Instant at, long passedOver, Object state) {}

    /** What became of a field, in the words of JSON Patch. */
    enum Operation {
        ADD,
        REMOVE,
        REPLACE
    }

    /**
     * A field that is another.
     *
     * @param path as a JSON Pointer
     * @param before absent when it was added
     * @param after absent when it was removed
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">JSON Pointer</a>
     */
    record Change(
            Operation operation,
            String path,
            @Nullable Object before,
            @Nullable Object after) {}

    /**
     * What changed between two points.
     *
     * @param events what lies between them, the first {@value #MOST_EVENTS}; none when the second point is the earlier one
     */
    record Difference(StateThen from, StateThen to, List<Change> changes, List<Happened> events) {
        public Difference {
            changes = List.copyOf(changes);
            events = List.copyOf(events);
        }
    }

    /**
     * The events, oldest first.
     *
     * @param after the sequence behind which to begin; {@link #BEFORE_ALL} for all
     */
    List<Happened> events(Subject subject, long after, int limit, boolean unmasked);

    StateThen state(Subject subject, Point point, boolean unmasked);

    Difference difference(Subject subject, Point from, Point to, boolean unmasked);
}
