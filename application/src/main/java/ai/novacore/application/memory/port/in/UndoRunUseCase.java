package ai.novacore.application.memory.port.in;

import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.UserId;

/**
 * Takes back what a worker's run did. What was changed by somebody or something else since stays as it is. When it breaks
 * off it can be called again, and goes on with what is left; a run that is undone already is not undone twice.
 */
public interface UndoRunUseCase {

    /**
     * What came of it.
     *
     * @param undone memories that are as they were before the run
     * @param skipped memories that were changed since
     */
    record Undone(long undone, long skipped) {}

    /**
     * Takes back what the run did to one person's memories.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found} when it did nothing to them
     */
    Undone undo(UserId owner, RunId run);

    /**
     * Takes back all that the run did.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found} when there was no such run;
     *     {@code run_in_progress} when it is not over
     */
    Undone undoForEverybody(RunId run);
}
