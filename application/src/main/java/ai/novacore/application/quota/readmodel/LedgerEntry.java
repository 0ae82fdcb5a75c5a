package ai.novacore.application.quota.readmodel;

import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger. The settled lines of a day add up to what its quota says is used.
 *
 * @param model absent when nothing was used
 * @param inputTokens what was charged for the prompt; 0 when released
 * @param outputTokens what was charged for the answer; 0 when released
 */
public record LedgerEntry(
        UserId user, Instant at, TurnId turn, @Nullable String model, long inputTokens, long outputTokens, Kind kind) {

    /** How a reservation ended. */
    public enum Kind {
        SETTLED,
        RELEASED
    }
}
