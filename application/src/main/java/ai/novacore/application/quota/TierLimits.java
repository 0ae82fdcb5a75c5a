package ai.novacore.application.quota;

import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.shared.Tier;
import java.util.Map;

/**
 * What each tier may use.
 *
 * @param limits for every tier
 */
public record TierLimits(Map<Tier, Limits> limits) {

    /**
     * @param messagesPerDay answered turns in a UTC day
     * @param tokensPerDay tokens in and out in a UTC day
     * @param memories remembered things in all
     * @param requestsPerMinute the steady rate of requests
     * @param burst requests that may come at once
     * @param maxOutputTokens the longest answer
     */
    public record Limits(
            long messagesPerDay,
            long tokensPerDay,
            long memories,
            long requestsPerMinute,
            long burst,
            long maxOutputTokens) {}

    public TierLimits {
        limits = Map.copyOf(limits);
        for (Tier tier : Tier.values()) {
            if (!limits.containsKey(tier)) {
                throw new IllegalArgumentException("no limits for tier " + tier);
            }
        }
    }

    public Limits of(Tier tier) {
        Limits found = limits.get(tier);
        if (found == null) {
            throw new IllegalStateException("no limits for tier " + tier);
        }
        return found;
    }

    public Allowance allowance(Tier tier) {
        Limits found = of(tier);
        return new Allowance(tier, found.messagesPerDay(), found.tokensPerDay());
    }
}
