package ai.novacore.application.subscription;

import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceExpired;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import ai.novacore.domain.subscription.SubscriptionId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class CountingTierChanges {
    private static final UserId ADA = new UserId("usr_ada");

    @Test
    void countsFromWhereToWhere() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        CountTierChanges counting = new CountTierChanges(registry);

        counting.happen(new TierChanged(SubscriptionId.of(ADA), NOON, ADA, Tier.FREE, Tier.PRO, null), "evt-1");
        counting.happen(new GraceExpired(SubscriptionId.of(ADA), NOON, ADA), "evt-2");

        assertThat(registry.get("subscription.changes")
                        .tags("from_tier", "free", "to_tier", "pro")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.find("subscription.changes").counters().stream()
                        .mapToDouble(Counter::count)
                        .sum())
                .isEqualTo(1);
        assertThat(counting.concerns(TierChanged.class)).isTrue();
        assertThat(counting.concerns(GraceExpired.class)).isFalse();
    }
}
