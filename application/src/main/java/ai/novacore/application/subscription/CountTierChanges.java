package ai.novacore.application.subscription;

import ai.novacore.application.shared.Effect;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts {@code subscription_changes_total}, on the node that comes to it, and not again in a replay. */
public final class CountTierChanges implements Effect {
    public static final String NAME = "count-tier-changes";

    private final MeterRegistry registry;

    public CountTierChanges(MeterRegistry registry) {
        this.registry = registry;
        for (Tier from : Tier.values()) {
            for (Tier to : Tier.values()) {
                if (from != to) {
                    changes(from, to);
                }
            }
        }
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
            changes(changed.from(), changed.to()).increment();
        }
    }

    private Counter changes(Tier from, Tier to) {
        return Counter.builder("subscription.changes")
                .description("changes of a member's tier")
                .tags("from_tier", label(from), "to_tier", label(to))
                .register(registry);
    }

    private static String label(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }
}
