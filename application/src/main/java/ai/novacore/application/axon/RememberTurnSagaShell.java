package ai.novacore.application.axon;

import ai.novacore.application.memory.saga.WhenTurnCompletedThenRemember.Progress;
import ai.novacore.domain.conversation.ConversationEvent.ConversationDeleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnCompleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnFailed;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;

/** Keeps one turn from its start to its end. */
public final class RememberTurnSagaShell extends SagaShell<Progress> {
    private static final String CONVERSATION = "id";

    @StartSaga
    @SagaEventHandler(associationProperty = "turn", associationResolver = SingleValueAssociation.class)
    void on(TurnStarted event) {
        SagaLifecycle.associateWith(CONVERSATION, event.id().value());
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

    /** A turn that is open when its conversation is deleted has no other end. */
    @SagaEventHandler(associationProperty = CONVERSATION, associationResolver = SingleValueAssociation.class)
    void on(ConversationDeleted event) {
        react(event);
    }
}
