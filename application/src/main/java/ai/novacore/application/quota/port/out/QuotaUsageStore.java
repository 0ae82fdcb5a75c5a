package ai.novacore.application.quota.port.out;

import ai.novacore.application.quota.readmodel.QuotaUsage;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.Optional;

/** Keeps the read model {@link QuotaUsage}, with the open reservations that its sums are made of. */
public interface QuotaUsageStore {
    Optional<QuotaUsage> find(QuotaId id);

    /** Opens the day, or replaces its allowance. */
    void saveAllowance(QuotaId id, Allowance allowance);

    /**
     * Notes a reservation; nothing to do when the turn is known.
     *
     * @throws IllegalStateException when the day was not opened
     */
    void reserve(QuotaId id, TurnId turn, long tokens);

    /**
     * Ends a reservation with what was used; nothing to do when it has ended.
     *
     * @throws IllegalStateException when there is no such reservation
     */
    void end(QuotaId id, TurnId turn, long usedTokens, long usedMessages);

    /** Removes all days of a person. */
    void removeAll(UserId user);
}
