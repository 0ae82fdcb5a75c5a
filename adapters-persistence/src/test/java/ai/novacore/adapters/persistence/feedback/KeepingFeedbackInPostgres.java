package ai.novacore.adapters.persistence.feedback;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.feedback.FeedbackStoreContract;
import ai.novacore.application.feedback.port.out.FeedbackStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingFeedbackInPostgres extends FeedbackStoreContract {

    @Override
    protected FeedbackStore store() {
        return OnPostgres.bean(FeedbackStore.class);
    }
}
