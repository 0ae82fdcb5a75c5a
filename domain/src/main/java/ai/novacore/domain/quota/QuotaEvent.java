package ai.novacore.domain.quota;

import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.EventType;
import ai.novacore.domain.shared.TurnId;
import java.time.Instant;

/** What happened to a day's quota. */
public sealed interface QuotaEvent extends DomainEvent {

    @Override
    QuotaId id();

    @EventType("quota.opened/1")
    record QuotaOpened(QuotaId id, Instant at, Allowance allowance) implements QuotaEvent {}

    /** {@code outputTokens} is the cap that the model is called with; it may be lower than what was asked for. */
    @EventType("quota.usage-reserved/1")
    record UsageReserved(QuotaId id, Instant at, TurnId turn, long inputTokens, long outputTokens)
            implements QuotaEvent {}

    /**
     * {@code inputTokens} and {@code outputTokens} are charged, together never more than was reserved; {@code
     * absorbedTokens} is what the model counted beyond that and nobody pays for.
     */
    @EventType("quota.usage-settled/1")
    record UsageSettled(
            QuotaId id, Instant at, TurnId turn, String model, long inputTokens, long outputTokens, long absorbedTokens)
            implements QuotaEvent {}

    /** Nothing was used; {@code inputTokens} and {@code outputTokens} are what the reservation had held. */
    @EventType("quota.usage-released/1")
    record UsageReleased(QuotaId id, Instant at, TurnId turn, long inputTokens, long outputTokens, String reason)
            implements QuotaEvent {}

    /** {@code percent}, 80 or 100, of what the day allows is used, and the person is to know. */
    @EventType("quota.warned/1")
    record QuotaWarned(QuotaId id, Instant at, Resource resource, long percent, long used, long limit)
            implements QuotaEvent {}

    @EventType("quota.allowance-changed/1")
    record AllowanceChanged(QuotaId id, Instant at, Allowance from, Allowance to) implements QuotaEvent {}
}
