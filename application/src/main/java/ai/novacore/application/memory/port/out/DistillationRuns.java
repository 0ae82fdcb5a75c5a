package ai.novacore.application.memory.port.out;

import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how far the runs of distillation have come. There is at most one unfinished run, whoever asks; whoever works on it
 * holds it until a time that they put off as they go on. All changes join the caller's transaction.
 *
 * <p>What a member's memories are to go through is planned at once and kept as batches, so that a run that was broken off in
 * the middle of a member goes on with that plan and not with another one.
 */
public interface DistillationRuns {

    /**
     * A run that is not over.
     *
     * @param startedAt the time that all its decisions are made for
     * @param cursor the last member that was planned or given up; absent before the first
     */
    record Run(RunId id, Instant startedAt, @Nullable UserId cursor) {}

    /**
     * Who works on a run.
     *
     * @param by names one attempt
     * @param until when it may be taken over by others
     */
    record Hold(RunId run, String by, Instant until) {}

    /**
     * What is to be done to a memory.
     *
     * @param expires whether it is forgotten; nothing else is done then
     * @param promoteTo absent when it stays in its tier
     * @param absorbs the memories that say the same and give way to it
     */
    record Step(
            MemoryId memory, boolean expires, @Nullable MemoryTier promoteTo, double score, List<MemoryId> absorbs) {
        public Step {
            absorbs = List.copyOf(absorbs);
        }
    }

    /** Steps that are taken in one transaction. */
    record Batch(long position, UserId owner, List<Step> steps) {
        public Batch {
            steps = List.copyOf(steps);
        }
    }

    /** What a run has come to. */
    record Totals(long processed, long promoted, long merged, long expired, long failed) {}

    /** Somebody else works on the run now, so nothing was changed. */
    final class HoldLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public HoldLost() {
            super("another attempt works on the run");
        }
    }

    /**
     * Takes the unfinished run, or begins one.
     *
     * @param fresh who is to hold it, with the id for a new run
     * @return nothing when somebody holds a run
     */
    Optional<Run> take(Hold fresh, Instant now);

    /**
     * Puts the end of the hold off.
     *
     * @throws HoldLost when it was lost
     */
    void renew(Hold hold);

    /** Keeps what a member's memories are to go through, and that the member has been planned. Renews the hold. */
    void plan(Hold hold, UserId owner, long processed, List<Batch> batches);

    /** The first batch that is not done. */
    Optional<Batch> next(RunId run);

    /** Notes that a batch is done. Renews the hold. */
    void done(Hold hold, Batch batch, long promoted, long merged, long expired);

    /** Notes that a member could not be done, and drops what is planned for them. Renews the hold. */
    void fail(Hold hold, UserId owner, String reason, Instant at);

    /** Ends the run. */
    Totals end(Hold hold, Instant at);

    /** Gives an unfinished run up, to be taken at once by whoever comes next. Nothing to do when the hold was lost. */
    void release(Hold hold);

    /** Whether there was a run and it is over; nothing when there was none. */
    Optional<Boolean> isOver(RunId run);

    /** Why members could not be done, by member. */
    List<Failure> failures(RunId run);

    /** A member who could not be done. {@code reason} holds no personal text. */
    record Failure(UserId owner, String reason, Instant at) {}

    /** Removes what is kept about a person. */
    void removeAll(UserId owner);
}
