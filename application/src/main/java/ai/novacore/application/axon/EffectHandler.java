package ai.novacore.application.axon;

import ai.novacore.application.shared.Effect;
import ai.novacore.domain.shared.DomainEvent;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.jspecify.annotations.Nullable;

/** The thin shell in which Axon runs an {@link Effect}, apart from its own transaction. */
final class EffectHandler implements EventMessageHandler, NamedHandler {
    private final Effect effect;

    EffectHandler(Effect effect) {
        this.effect = effect;
    }

    @Override
    public String group() {
        return effect.name();
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return canHandleType(message.getPayloadType());
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return DomainEvent.class.isAssignableFrom(payloadType) && effect.concerns(payloadType);
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        Apart.run(() -> effect.happen((DomainEvent) message.getPayload(), message.getIdentifier()));
        return null;
    }

    /** What has been done in the world outside is not done again: Axon refuses to reset this processor. */
    @Override
    public boolean supportsReset() {
        return false;
    }
}
