package ai.novacore.application.axon;

import ai.novacore.application.shared.Effect;
import ai.novacore.domain.shared.DomainEvent;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** The thin shell in which Axon runs an {@link Effect}; Axon never replays it. */
@DisallowReplay
public final class EffectHandler implements NamedHandler {
    private final Effect effect;

    EffectHandler(Effect effect) {
        this.effect = effect;
    }

    @Override
    public String group() {
        return effect.name();
    }

    @EventHandler
    void on(DomainEvent event, EventMessage<?> message) {
        Apart.run(() -> effect.happen(event, message.getIdentifier()));
    }
}
