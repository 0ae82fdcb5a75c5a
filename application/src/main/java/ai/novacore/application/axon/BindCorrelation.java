package ai.novacore.application.axon;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Lets event handlers run under the correlation of the request that their event goes back to. */
final class BindCorrelation implements MessageHandlerInterceptor<EventMessage<?>> {

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        return Metadata.correlationOf(unitOfWork.getMessage()).call(chain::proceed);
    }
}
