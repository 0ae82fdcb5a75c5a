package ai.novacore.application.axon;

import ai.novacore.application.user.saga.WhenUserRegisteredThenRequestVerification.Progress;
import ai.novacore.domain.user.UserEvent.EmailVerified;
import ai.novacore.domain.user.UserEvent.UserErased;
import ai.novacore.domain.user.UserEvent.UserRegistered;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;

/** Keeps the registration of one person. */
public final class RegistrationSagaShell extends SagaShell<Progress> {

    @StartSaga
    @SagaEventHandler(associationProperty = "id", associationResolver = SingleValueAssociation.class)
    void on(UserRegistered event) {
        react(event);
    }

    @SagaEventHandler(associationProperty = "id", associationResolver = SingleValueAssociation.class)
    void on(EmailVerified event) {
        react(event);
    }

    @SagaEventHandler(associationProperty = "id", associationResolver = SingleValueAssociation.class)
    void on(UserErased event) {
        react(event);
    }
}
