package ai.novacore.bootstrap.wiring;

import ai.novacore.application.shared.Effect;
import ai.novacore.domain.shared.DomainEvent;
import java.util.function.Supplier;

/** An effect that is looked up when its first event comes, because it needs the backbone that it is part of. */
record LateEffect(String name, Supplier<Effect> effect) implements Effect {

    @Override
    public boolean concerns(Class<?> eventType) {
        return effect.get().concerns(eventType);
    }

    @Override
    public void happen(DomainEvent event, String eventId) {
        effect.get().happen(event, eventId);
    }
}
