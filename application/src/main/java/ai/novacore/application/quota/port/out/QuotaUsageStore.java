package ai.novacore.application.quota.port.out;

import ai.novacore.application.quota.readmodel.QuotaUsage;
import ai.novacore.application.quota.readmodel.QuotaUsage.Warning;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the read model {@link QuotaUsage}, with the open reservations that its sums are made of. */
public interface QuotaUsageStore {
    Optional<QuotaUsage> find(QuotaId id);

    /**
     * The days from this one on that are kept, of all people, in an order that stays the same.
     *
     * @param after only those behind it; from the start when absent
     */
    List<QuotaId> since(LocalDate first, @Nullable QuotaId after, int limit);

    /** Opens the day, or replaces its allowance. The warnings, which were given under another allowance, are gone. */
    void saveAllowance(QuotaId id, Allowance allowance);

    /** Notes a reservation; nothing to do when the turn is known, or the day is not there. */
    void reserve(QuotaId id, TurnId turn, long tokens);

    /**
     * Ends a reservation with what was used; nothing to do when it has ended, or the day is not there.
     *
     * @throws IllegalStateException when the day has no such reservation
     */
    void end(QuotaId id, TurnId turn, long usedTokens, long usedMessages);

    /** Notes a warning; nothing to do when there is one of that resource and percentage, or the day is not there. */
    void warn(QuotaId id, Warning warning);

    /** Removes all days of a person. */
    void removeAll(UserId user);
}
