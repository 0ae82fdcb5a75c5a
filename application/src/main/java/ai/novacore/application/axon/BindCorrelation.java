package ai.novacore.application.axon;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Lets event handlers run under the correlation, and in the trace, of the request that their event goes back to. */
final class BindCorrelation implements MessageHandlerInterceptor<EventMessage<?>> {
    private final String processor;
    private final Traces traces;

    BindCorrelation(String processor, Traces traces) {
        this.processor = processor;
        this.traces = traces;
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        EventMessage<?> event = unitOfWork.getMessage();
        return Metadata.correlationOf(event).call(() -> traces.event(processor, event, chain::proceed));
    }
}
