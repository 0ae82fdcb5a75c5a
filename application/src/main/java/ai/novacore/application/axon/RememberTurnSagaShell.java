package ai.novacore.application.axon;

import ai.novacore.application.memory.saga.WhenTurnCompletedThenRemember.Progress;
import ai.novacore.domain.conversation.ConversationEvent.TurnCompleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnFailed;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;

/** Keeps one turn from its start to its end. */
public final class RememberTurnSagaShell extends SagaShell<Progress> {

    @StartSaga
    @SagaEventHandler(associationProperty = "turn", associationResolver = SingleValueAssociation.class)
    void on(TurnStarted event) {
        react(event);
    }

    @SagaEventHandler(associationProperty = "turn", associationResolver = SingleValueAssociation.class)
    void on(TurnCompleted event) {
        react(event);
    }

    @SagaEventHandler(associationProperty = "turn", associationResolver = SingleValueAssociation.class)
    void on(TurnInterrupted event) {
        react(event);
    }

    @SagaEventHandler(associationProperty = "turn", associationResolver = SingleValueAssociation.class)
    void on(TurnFailed event) {
        react(event);
    }
}
