package ai.novacore.application.quota.readmodel;

import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.quota.Resource;
import java.time.Instant;
import java.util.List;

/**
 * A day's quota in numbers.
 *
 * @param warnings what the person was told under this allowance, oldest first
 */
public record QuotaUsage(
        QuotaId id,
        Allowance allowance,
        long usedTokens,
        long usedMessages,
        long reservedTokens,
        long reservedMessages,
        List<Warning> warnings) {

    /**
     * @param percent how much of the resource was used, 80 or 100
     */
    public record Warning(Resource resource, long percent, Instant at) {}

    public QuotaUsage {
        warnings = List.copyOf(warnings);
    }
}
