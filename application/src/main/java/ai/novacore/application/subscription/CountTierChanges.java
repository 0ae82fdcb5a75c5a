package ai.novacore.application.subscription;

import ai.novacore.application.shared.Effect;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts {@code subscription_changes_total}, on the node that comes to it, and not again in a replay. */
public final class CountTierChanges implements Effect {
    public static final String NAME = "count-tier-changes";

    private final MeterRegistry registry;

    public CountTierChanges(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return eventType == TierChanged.class;
    }

    @Override
    public void happen(DomainEvent event, String eventId) {
        if (event instanceof TierChanged changed) {
            registry.counter("subscription.changes", "from_tier", label(changed.from()), "to_tier", label(changed.to()))
                    .increment();
        }
    }

    private static String label(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }
}
