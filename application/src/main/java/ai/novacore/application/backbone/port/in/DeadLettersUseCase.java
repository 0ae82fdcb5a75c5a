package ai.novacore.application.backbone.port.in;

import ai.novacore.application.backbone.port.out.DeadLetterStore.Discarded;
import ai.novacore.application.backbone.port.out.DeadLetterStore.Letter;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets people decide about events whose handling failed. */
public interface DeadLettersUseCase {

    /** The letters, newest first; of one processor or of all. */
    Page<Shown> list(@Nullable String processor, PageRequest page);

    /** @throws ai.novacore.domain.shared.DomainRejection not found */
    Shown find(String id);

    /**
     * Has it tried again now.
     *
     * @return how it stands after that; absent when it is settled
     * @throws ai.novacore.domain.shared.DomainRejection not found; {@code letter_waits} when another must be settled first;
     *     {@code letter_busy} when it is being tried already
     */
    Optional<Shown> retry(String id);

    /**
     * Gives it up for good; what waited behind it can be tried then.
     *
     * @param by who, and {@code reason} why, for the record
     * @throws ai.novacore.domain.shared.DomainRejection not found
     */
    void discard(String id, String by, String reason);

    /**
     * A letter, and what its event says.
     *
     * @param payload as a tree of what JSON has, with personal texts masked; absent when it is not in the log
     */
    record Shown(Letter letter, @Nullable Object payload) {}

    /** What was given up, newest first. */
    Page<Discarded> discarded(PageRequest page);
}
