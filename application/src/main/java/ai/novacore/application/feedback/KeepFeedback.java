package ai.novacore.application.feedback;

import ai.novacore.application.feedback.port.in.GiveFeedbackUseCase;
import ai.novacore.application.feedback.port.out.FeedbackStore;
import ai.novacore.application.feedback.port.out.FeedbackStore.Category;
import ai.novacore.application.feedback.port.out.FeedbackStore.Feedback;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Keeps feedback until somebody reads it, or its member is gone. */
public final class KeepFeedback implements GiveFeedbackUseCase {
    private final FeedbackStore store;
    private final IdGenerator ids;
    private final Clock clock;

    public KeepFeedback(FeedbackStore store, IdGenerator ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String give(UserId user, Category category, String message, @Nullable String page) {
        String id = ids.next("fbk_");
        store.add(new Feedback(id, clock.instant(), user, category, message, page));
        return id;
    }

    @Override
    public Page<Feedback> read(PageRequest page) {
        return store.list(page);
    }

    @Override
    public Page<Feedback> given(UserId user, PageRequest page) {
        return store.listOf(user, page);
    }
}
