package ai.novacore.application.backbone.port.out;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a projection's read model is built anew from the first event, and what came of it.
 *
 * @param processor the projection
 * @param swapWhenDifferent whether the copy takes the place of the read model also when they differ
 * @param askedBy who wanted it
 * @param node where it was last worked on; absent before that
 * @param attempt how often it was begun; more than once when nodes died over it
 * @param eventsDone how much of the log the copy has, of {@code eventsTotal}
 * @param readersWaitedMillis how long readers may have waited for the swap; absent when there was none
 * @param failure why there is no result; absent when there is one or will be
 */
public record Replay(
        String id,
        String processor,
        boolean swapWhenDifferent,
        String askedBy,
        Instant askedAt,
        Status status,
        @Nullable String node,
        long attempt,
        long eventsDone,
        long eventsTotal,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        List<Difference> differences,
        @Nullable Long readersWaitedMillis,
        @Nullable String failure) {

    public Replay {
        differences = List.copyOf(differences);
    }

    /** How it stands. */
    public enum Status {
        WAITING,
        BUILDING,
        /** Also while it is swapped. */
        COMPARING,
        SWAPPED,
        /** The copy was another than the read model, which was left as it is. */
        REFUSED,
        FAILED,
        CANCELLED;

        public boolean isOver() {
            return this != WAITING && this != BUILDING && this != COMPARING;
        }
    }

    /**
     * In what a table of the copy is another than that of the read model.
     *
     * @param missing how many rows only the copy has
     * @param surplus how many rows only the read model has
     * @param changed how many rows both have and say something else
     * @param keys of some of these rows, never what is in them
     */
    public record Difference(String table, long missing, long surplus, long changed, List<String> keys) {
        /** How many keys are named. */
        public static final int MOST_KEYS = 20;

        public Difference {
            keys = List.copyOf(keys);
        }
    }

    /** What was just asked for. */
    public static Replay asked(
            String id, String processor, boolean swapWhenDifferent, String askedBy, Instant askedAt) {
        return new Replay(
                id,
                processor,
                swapWhenDifferent,
                askedBy,
                askedAt,
                Status.WAITING,
                null,
                0,
                0,
                0,
                null,
                null,
                List.of(),
                null,
                null);
    }

    /** From 0 to 1; also 1 when it is over. */
    public double progress() {
        if (status.isOver()) {
            return 1;
        }
        return eventsTotal == 0 ? 0 : Math.min(1, (double) eventsDone / eventsTotal);
    }
}
