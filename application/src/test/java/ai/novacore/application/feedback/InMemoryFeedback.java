package ai.novacore.application.feedback;

import ai.novacore.application.feedback.port.out.FeedbackStore;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.testing.Paging;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Feedback in memory. */
public final class InMemoryFeedback implements FeedbackStore {
    private final List<Feedback> all = new CopyOnWriteArrayList<>();

    @Override
    public void add(Feedback feedback) {
        all.add(feedback);
    }

    @Override
    public Page<Feedback> list(PageRequest page) {
        return Paging.page(all.stream(), said -> new Cursor(said.at(), said.id()), page);
    }

    @Override
    public Page<Feedback> listOf(UserId user, PageRequest page) {
        return Paging.page(
                all.stream().filter(said -> said.user().equals(user)), said -> new Cursor(said.at(), said.id()), page);
    }

    @Override
    public void removeAll(UserId user) {
        all.removeIf(said -> said.user().equals(user));
    }
}
