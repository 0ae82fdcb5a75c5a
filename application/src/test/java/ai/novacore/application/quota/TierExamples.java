package ai.novacore.application.quota;

import ai.novacore.application.quota.TierLimits.Limits;
import ai.novacore.domain.shared.Tier;
import java.util.Map;

/** The limits that the product comes with. */
public final class TierExamples {
    public static final TierLimits LIMITS = new TierLimits(Map.of(
            Tier.FREE, new Limits(50, 50_000, 500, 20, 10, 1_024),
            Tier.BASIC, new Limits(500, 500_000, 10_000, 60, 30, 2_048),
            Tier.PRO, new Limits(5_000, 5_000_000, 100_000, 300, 100, 4_096)));

    private TierExamples() {}
}
