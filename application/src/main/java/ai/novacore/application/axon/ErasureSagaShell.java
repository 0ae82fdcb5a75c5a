package ai.novacore.application.axon;

import ai.novacore.application.user.saga.WhenErasureRequestedThenErase.Progress;
import ai.novacore.domain.user.UserEvent.ErasureRequested;
import ai.novacore.domain.user.UserEvent.ErasureStepCompleted;
import ai.novacore.domain.user.UserEvent.UserErased;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;

/** Keeps the erasure of one person. */
public final class ErasureSagaShell extends SagaShell<Progress> {

    @StartSaga
    @SagaEventHandler(associationProperty = "id", associationResolver = SingleValueAssociation.class)
    void on(ErasureRequested event) {
        react(event);
    }

    @SagaEventHandler(associationProperty = "id", associationResolver = SingleValueAssociation.class)
    void on(ErasureStepCompleted event) {
        react(event);
    }

    @SagaEventHandler(associationProperty = "id", associationResolver = SingleValueAssociation.class)
    void on(UserErased event) {
        react(event);
    }
}
