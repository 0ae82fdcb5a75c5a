package ai.novacore.application.feedback;

import ai.novacore.application.feedback.port.out.FeedbackStore;

class KeepingFeedbackInMemory extends FeedbackStoreContract {
    private final FeedbackStore store = new InMemoryFeedback();

    @Override
    protected FeedbackStore store() {
        return store;
    }
}
