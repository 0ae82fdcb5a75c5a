package ai.novacore.application.memory;

import ai.novacore.application.shared.Effect;
import ai.novacore.domain.memory.MemoryEvent.MemoryPromoted;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.MemoryTier;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts {@code memory_storage_total}, on the node that comes to it, and not again in a replay. */
public final class CountMemories implements Effect {
    public static final String NAME = "count-memories";

    private final MeterRegistry registry;

    public CountMemories(MeterRegistry registry) {
        this.registry = registry;
        for (MemoryTier tier : MemoryTier.values()) {
            in(tier);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return eventType == MemoryStored.class || eventType == MemoryPromoted.class;
    }

    @Override
    public void happen(DomainEvent event, String eventId) {
        switch (event) {
            case MemoryStored stored -> in(stored.tier()).increment();
            case MemoryPromoted promoted -> in(promoted.to()).increment();
            default -> {}
        }
    }

    private Counter in(MemoryTier tier) {
        return Counter.builder("memory.storage")
                .description("memories that came into a tier, new or from a lower one")
                .tags("tier", tier.name())
                .register(registry);
    }
}
