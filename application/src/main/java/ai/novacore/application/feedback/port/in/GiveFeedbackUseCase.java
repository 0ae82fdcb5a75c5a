package ai.novacore.application.feedback.port.in;

import ai.novacore.application.feedback.port.out.FeedbackStore.Category;
import ai.novacore.application.feedback.port.out.FeedbackStore.Feedback;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Members say what they think of the product, and staff read it. */
public interface GiveFeedbackUseCase {

    /** Keeps it, and returns its id. */
    String give(UserId user, Category category, String message, @Nullable String page);

    /** The newest first. */
    Page<Feedback> read(PageRequest page);

    /** What one person said, the newest first. */
    Page<Feedback> given(UserId user, PageRequest page);
}
