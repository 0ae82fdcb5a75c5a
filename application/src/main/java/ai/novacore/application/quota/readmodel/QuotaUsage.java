package ai.novacore.application.quota.readmodel;

import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaId;

/** A day's quota in numbers. */
public record QuotaUsage(
        QuotaId id,
        Allowance allowance,
        long usedTokens,
        long usedMessages,
        long reservedTokens,
        long reservedMessages) {}
