package ai.novacore.application.backbone.port.out;

import ai.novacore.application.backbone.port.out.Replay.Difference;
import ai.novacore.application.backbone.port.out.Replay.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The replays that were asked for. Of one projection no more than one is not over. */
public interface ReplayStore {

    /**
     * Adds one that was just asked for.
     *
     * @return false, and nothing is added, when one of the same projection is not over
     */
    boolean add(Replay replay);

    Optional<Replay> find(String id);

    /** The latest of a projection, newest first. */
    List<Replay> list(String processor, int limit);

    /** The latest of each projection. */
    List<Replay> latest();

    /** Takes the oldest that is not over, as a new attempt that begins from the start; earlier attempts are void. */
    Optional<Replay> take(String node, Instant now);

    /**
     * Notes how far an attempt is.
     *
     * @return false, and nothing is noted, when it is to stop: another attempt was begun, or it was cancelled
     */
    boolean progress(Replay attempt, Status status, long eventsDone, long eventsTotal);

    /**
     * Notes what came of an attempt, in the caller's transaction if there is one.
     *
     * @return false, and nothing is noted, when another attempt was begun, or it was cancelled
     */
    boolean end(Replay attempt, Ending ending);

    /**
     * Ends one that is not over, whoever works on it; that attempt is void.
     *
     * @return false when it is over, or never was
     */
    boolean cancel(String id, Instant now);

    /** What came of an attempt. */
    record Ending(
            Status status,
            Instant at,
            List<Difference> differences,
            @Nullable Long readersWaitedMillis,
            @Nullable String failure) {
        public Ending {
            differences = List.copyOf(differences);
        }
    }
}
