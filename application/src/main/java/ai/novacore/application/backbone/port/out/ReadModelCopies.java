package ai.novacore.application.backbone.port.out;

import ai.novacore.application.backbone.port.out.Replay.Difference;
import ai.novacore.application.shared.Projection;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Copies of read models that are built from the events beside those that are read. One is worked on at a time; nothing of
 * it is seen, and the read model follows the events as always, until the one takes the other's place.
 */
public interface ReadModelCopies {

    /** The projections that are nothing but their read model, so that it can be built anew. */
    Set<String> replayable();

    /** Removes what was left behind, and begins an empty copy of a projection's read model. */
    Copy begin(Projection projection, String name);

    /** A copy that is being built; gone when closed, unless it has become the read model. */
    interface Copy extends AutoCloseable {

        /**
         * Folds more events, for about a tenth of a second.
         *
         * @throws UnfitEventException when one cannot be folded
         */
        Built build();

        /**
         * Lets the copy and the read model come to the same place, compares them, and puts the one in the place of the
         * other, with the dead letters of the projection, which the copy makes up for. Whoever reads sees the whole of the
         * one or the whole of the other.
         *
         * @param whenDifferent whether it takes the place also when it differs
         * @param last what else is done in the same transaction; when it says no, nothing is done
         * @throws UnfitEventException when an event cannot be folded
         * @throws BusyException when the read model was in use all the time
         */
        Outcome swap(boolean whenDifferent, LastWord last);

        @Override
        void close();
    }

    /** How much of the log a copy has; {@code complete} when that is as much as the read model has. */
    record Built(long eventsDone, long eventsTotal, boolean complete) {}

    /** What came of it; not swapped when it differs or the last word was no. */
    record Outcome(boolean swapped, List<Difference> differences, Duration readersWaited) {
        public Outcome {
            differences = List.copyOf(differences);
        }
    }

    /** Has the last word on a swap. */
    @FunctionalInterface
    interface LastWord {
        boolean agree(List<Difference> differences, Duration readersWaited);
    }

    /** An event cannot be folded. The message names the event and the place of the failure, nothing of what it says. */
    final class UnfitEventException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnfitEventException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The read model could not be had alone. */
    final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public BusyException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
