package ai.novacore.adapters.persistence.eventstore;

import java.time.Instant;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes a processor's place in the log away from the node that works there, as another node would whose claim is better.
 * What that node was handling at that moment is rolled back, because it cannot note its place any more; it, or another,
 * goes on from the noted place once the claim is given back or has expired.
 */
public final class ProcessorClaims {
    private final JdbcTemplate jdbc;
    private final NotedPlaces places;

    ProcessorClaims(JdbcTemplate jdbc, NotedPlaces places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** Up to where a processor has handled the log; the start when it has not begun. */
    public LogPosition placeOf(String processor) {
        @Nullable TrackingToken noted = WrappedToken.unwrapLowerBound(places.of(processor));
        return noted == null ? LogPosition.START : (LogPosition) noted;
    }

    /**
     * Takes the claim until some time.
     *
     * @return whether there was one to be taken: a processor that is split, or that never began, has none to be had alone
     */
    public boolean take(String processor, String owner, Instant until) {
        // Axon counts the time after which a claim expires from this one.
        String claimedAt = DateTimeUtils.formatInstant(until.minus(BackboneTables.CLAIM_TIMEOUT));
        return jdbc.update(
                        "update eventstore.token set owner = ?, claimed_at = ? where processor_name = ?",
                        owner,
                        claimedAt,
                        processor)
                == 1;
    }

    /**
     * Gives it back, in the caller's transaction if there is one.
     *
     * @return false when it had been lost to somebody else
     */
    public boolean release(String processor, String owner) {
        return jdbc.update(
                        "update eventstore.token set owner = null where processor_name = ? and owner = ?",
                        processor,
                        owner)
                == 1;
    }

    /** Gives all claims back that owners with this beginning have. */
    public void releaseAll(String ownersBeginning) {
        jdbc.update("update eventstore.token set owner = null where starts_with(owner, ?)", ownersBeginning);
    }

    /** Removes the dead letters of a processor, in the caller's transaction. */
    public int dropDeadLetters(String processor) {
        return jdbc.update("delete from eventstore.dead_letter where processing_group = ?", processor);
    }
}
