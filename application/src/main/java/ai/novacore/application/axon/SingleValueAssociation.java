package ai.novacore.application.axon;

import ai.novacore.domain.shared.SingleValue;
import java.lang.reflect.Method;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.modelling.saga.AssociationResolver;

/** Ties events to sagas by an id in the event: the component named by {@code associationProperty}, as it is stored. */
public final class SingleValueAssociation implements AssociationResolver {

    @Override
    public <T> void validate(String associationPropertyName, MessageHandlingMember<T> handler) {
        accessor(handler.payloadType(), associationPropertyName);
    }

    @Override
    public <T> Object resolve(
            String associationPropertyName, EventMessage<?> message, MessageHandlingMember<T> handler) {
        try {
            Object value =
                    accessor(message.getPayloadType(), associationPropertyName).invoke(message.getPayload());
            return ((SingleValue) value).value();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + associationPropertyName, e);
        }
    }

    private static Method accessor(Class<?> event, String property) {
        try {
            return event.getMethod(property);
        } catch (NoSuchMethodException e) {
            throw new AxonConfigurationException(event.getName() + " has no component " + property, e);
        }
    }
}
