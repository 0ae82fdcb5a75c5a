package ai.novacore.application.axon;

import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;

/** Keeps the change of one person's tier. */
public final class TierChangeSagaShell extends SagaShell<Void> {

    @StartSaga
    @SagaEventHandler(associationProperty = "id", associationResolver = SingleValueAssociation.class)
    void on(TierChanged event) {
        react(event);
    }
}
