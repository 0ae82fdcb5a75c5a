package ai.novacore.domain.quota;

import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.TurnId;
import java.time.Instant;

/** What can be asked of a day's quota. */
public sealed interface QuotaCommand extends DomainCommand {

    @Override
    QuotaId id();

    /** Opens the day with the allowance of the tier; nothing to do when it is open. */
    record OpenQuota(QuotaId id, Actor actor, Instant now, Allowance allowance) implements QuotaCommand {}

    /**
     * Sets aside what a turn may use at the most, before the model is called. Opens the day when it is the first.
     *
     * @param allowance the allowance of the person's tier now; counts only when this opens the day
     * @param inputTokens an upper estimate of the prompt
     * @param maxOutputTokens the longest answer that the tier allows
     * @param minOutputTokens the shortest cap under which an answer makes sense
     */
    record ReserveUsage(
            QuotaId id,
            Actor actor,
            Instant now,
            Allowance allowance,
            TurnId turn,
            long inputTokens,
            long maxOutputTokens,
            long minOutputTokens)
            implements QuotaCommand {}

    /** Charges what a turn really used and gives the rest of its reservation back. */
    record SettleUsage(
            QuotaId id, Actor actor, Instant now, TurnId turn, String model, long inputTokens, long outputTokens)
            implements QuotaCommand {}

    /** Gives a turn's whole reservation back. */
    record ReleaseUsage(QuotaId id, Actor actor, Instant now, TurnId turn, String reason) implements QuotaCommand {}

    /**
     * Notes that a turn was refused for want of {@code resource}, so that the person is told once that it is used up: the
     * last tokens of a day are often too few for a question and would otherwise be warned of never.
     */
    record NoteExhausted(QuotaId id, Actor actor, Instant now, Resource resource) implements QuotaCommand {}

    /** Changes the allowance in the middle of the day. What was admitted stays admitted. */
    record ChangeAllowance(QuotaId id, Actor actor, Instant now, Allowance allowance) implements QuotaCommand {}
}
