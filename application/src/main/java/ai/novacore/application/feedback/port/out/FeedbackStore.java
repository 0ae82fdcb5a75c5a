package ai.novacore.application.feedback.port.out;

import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps what members say about the product. Not derived from events, so that it can be really deleted. */
public interface FeedbackStore {

    /** What it is about. */
    enum Category {
        BUG,
        IDEA,
        PRAISE,
        OTHER
    }

    /**
     * Something that a member said.
     *
     * @param page where they were, as the web app calls it; absent when it did not say
     */
    record Feedback(
            String id,
            Instant at,
            UserId user,
            Category category,
            String message,
            @Nullable String page) {}

    void add(Feedback feedback);

    /** The newest first. */
    Page<Feedback> list(PageRequest page);

    /** What one person said, the newest first. */
    Page<Feedback> listOf(UserId user, PageRequest page);

    /** Removes everything that a person said. */
    void removeAll(UserId user);
}
