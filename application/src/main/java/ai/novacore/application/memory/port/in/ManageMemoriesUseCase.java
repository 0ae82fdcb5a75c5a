package ai.novacore.application.memory.port.in;

import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Lets members put right what is remembered about them. What is not there, or somebody else's, is {@code not_found}. What
 * was done can be read and found when a call returns.
 */
public interface ManageMemoriesUseCase {

    /**
     * Replaces the text.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code memory_not_active} for one that another has replaced,
     *     {@code invalid_request} for a text of no visible character or too many
     */
    MemoryItem correct(UserId owner, MemoryId id, String content);

    /** Forgets it, until it is restored. Forgetting it once more changes nothing. */
    void forget(UserId owner, MemoryId id);

    /**
     * Takes back what was done last: it was forgotten, replaced or corrected; or all that a worker's run did to it. Nothing
     * happens where there is nothing to take back.
     *
     * @param run the run to undo; the latest change when absent
     * @throws ai.novacore.domain.shared.DomainRejection {@code changed_since} where something else changed it after that
     *     run, {@code quota_exceeded} where it would be one more than the tier allows
     */
    MemoryItem restore(UserId owner, MemoryId id, @Nullable RunId run);
}
