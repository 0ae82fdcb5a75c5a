package ai.novacore.adapters.persistence.quota;

import ai.novacore.application.quota.readmodel.QuotaUsage;
import ai.novacore.application.quota.readmodel.QuotaUsage.Warning;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Tier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** A day's sums. They are kept, so that reading them does not add up thousands of turns. */
@Entity
@Table(name = "quota_usage")
class QuotaUsageRow {
    @Id
    @Column(name = "quota_id")
    private String id;

    @Enumerated(EnumType.STRING)
    @Column(name = "tier")
    private Tier tier;

    @Column(name = "message_limit")
    private long messageLimit;

    @Column(name = "token_limit")
    private long tokenLimit;

    @Column(name = "used_tokens")
    private long usedTokens;

    @Column(name = "used_messages")
    private long usedMessages;

    @Column(name = "reserved_tokens")
    private long reservedTokens;

    @Column(name = "reserved_messages")
    private long reservedMessages;

    /** For JPA, which fills the fields in afterwards. */
    @SuppressWarnings("NullAway.Init")
    protected QuotaUsageRow() {}

    QuotaUsageRow(QuotaId id, Allowance allowance) {
        this.id = id.value();
        this.tier = allowance.tier();
        this.messageLimit = allowance.messages();
        this.tokenLimit = allowance.tokens();
    }

    void allow(Allowance allowance) {
        this.tier = allowance.tier();
        this.messageLimit = allowance.messages();
        this.tokenLimit = allowance.tokens();
    }

    void reserve(long tokens) {
        reservedTokens += tokens;
        reservedMessages++;
    }

    void end(long reserved, long tokens, long messages) {
        reservedTokens -= reserved;
        reservedMessages--;
        usedTokens += tokens;
        usedMessages += messages;
    }

    QuotaUsage toQuotaUsage(List<Warning> warnings) {
        return new QuotaUsage(
                QuotaId.parse(id),
                new Allowance(tier, messageLimit, tokenLimit),
                usedTokens,
                usedMessages,
                reservedTokens,
                reservedMessages,
                warnings);
    }
}
