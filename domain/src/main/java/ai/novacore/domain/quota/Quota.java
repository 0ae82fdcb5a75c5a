package ai.novacore.domain.quota;

import ai.novacore.domain.shared.TurnId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A day's quota: what may be used, what is set aside by turns that are being answered, and what has been used.
 *
 * @param allowance absent until the day is opened
 * @param reserved the open reservations, by turn
 * @param ended the turns that were settled or released; each turn is paid for once
 * @param usedTokens tokens of the settled turns
 * @param usedMessages settled turns
 */
public record Quota(
        @Nullable Allowance allowance,
        Map<TurnId, Reservation> reserved,
        Set<TurnId> ended,
        long usedTokens,
        long usedMessages) {

    static final Quota UNOPENED = new Quota(null, Map.of(), Set.of(), 0, 0);

    /** What one turn has set aside. */
    public record Reservation(long inputTokens, long outputTokens) {
        public long tokens() {
            return inputTokens + outputTokens;
        }
    }

    public Quota {
        reserved = Collections.unmodifiableMap(new LinkedHashMap<>(reserved));
        ended = Collections.unmodifiableSet(new LinkedHashSet<>(ended));
    }

    /** Tokens that are set aside. */
    public long reservedTokens() {
        return reserved.values().stream().mapToLong(Reservation::tokens).sum();
    }

    /** Turns that are being answered. */
    public long reservedMessages() {
        return reserved.size();
    }

    /** Tokens that nobody has a claim on; never negative, also after the allowance went down. */
    public long remainingTokens(Allowance limit) {
        return Math.max(0, limit.tokens() - usedTokens - reservedTokens());
    }

    /** Turns that can still be started; never negative. */
    public long remainingMessages(Allowance limit) {
        return Math.max(0, limit.messages() - usedMessages - reservedMessages());
    }

    Quota withAllowance(Allowance limit) {
        return new Quota(limit, reserved, ended, usedTokens, usedMessages);
    }

    Quota reserving(TurnId turn, Reservation reservation) {
        Map<TurnId, Reservation> next = new LinkedHashMap<>(reserved);
        next.put(turn, reservation);
        return new Quota(allowance, next, ended, usedTokens, usedMessages);
    }

    Quota ending(TurnId turn, long tokens, long messages) {
        Map<TurnId, Reservation> open = new LinkedHashMap<>(reserved);
        open.remove(turn);
        Set<TurnId> over = new LinkedHashSet<>(ended);
        over.add(turn);
        return new Quota(allowance, open, over, usedTokens + tokens, usedMessages + messages);
    }
}
