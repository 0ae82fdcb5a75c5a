package ai.novacore.adapters.persistence.eventstore;

import java.util.Comparator;
import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;

/**
 * A place in the log: everything up to this event has been seen. The order is that of the horizon first, which no event
 * that is still to be committed can come before, and then that of the position.
 *
 * @param horizon the event's {@code horizon} column
 * @param offset the event's {@code position} column
 */
public record LogPosition(long horizon, long offset) implements TrackingToken, Comparable<LogPosition> {
    /** Before the first event. */
    public static final LogPosition START = new LogPosition(0, 0);

    private static final Comparator<LogPosition> ORDER =
            Comparator.comparingLong(LogPosition::horizon).thenComparingLong(LogPosition::offset);

    @Override
    public TrackingToken lowerBound(TrackingToken other) {
        LogPosition that = (LogPosition) other;
        return compareTo(that) <= 0 ? this : that;
    }

    @Override
    public TrackingToken upperBound(TrackingToken other) {
        LogPosition that = (LogPosition) other;
        return compareTo(that) >= 0 ? this : that;
    }

    @Override
    public boolean covers(TrackingToken other) {
        return compareTo((LogPosition) other) >= 0;
    }

    @Override
    public OptionalLong position() {
        return OptionalLong.of(offset);
    }

    @Override
    public int compareTo(LogPosition other) {
        return ORDER.compare(this, other);
    }
}
