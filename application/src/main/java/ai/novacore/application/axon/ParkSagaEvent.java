package ai.novacore.application.axon;

import java.util.concurrent.Callable;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/**
 * Puts an event that a saga failed on into a dead-letter queue, which Axon does for plain event handlers only, and lets
 * the saga's processor go on.
 */
final class ParkSagaEvent implements ListenerInvocationErrorHandler {
    private static final ScopedValue<Boolean> RETRYING = ScopedValue.newInstance();

    private final SequencedDeadLetterQueue<EventMessage<?>> queue;
    private final DeadLetterPolicy policy;

    ParkSagaEvent(SequencedDeadLetterQueue<EventMessage<?>> queue, DeadLetterPolicy policy) {
        this.queue = queue;
        this.policy = policy;
    }

    /** Runs a saga on an event that is a dead letter already: a failure is passed on instead of parked again. */
    static void retrying(Callable<?> attempt) throws Exception {
        ScopedValue.where(RETRYING, true).call(attempt::call);
    }

    @Override
    public void onError(Exception exception, EventMessage<?> event, EventMessageHandler handler) throws Exception {
        if (RETRYING.isBound()) {
            throw exception;
        }
        GenericDeadLetter<EventMessage<?>> letter = new GenericDeadLetter<>(event.getIdentifier(), event, exception);
        queue.enqueue(event.getIdentifier(), policy.decide(letter, exception).withDiagnostics(letter));
    }
}
