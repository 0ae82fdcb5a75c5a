package ai.novacore.domain.quota;

import ai.novacore.domain.shared.TurnId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A day's quota: what may be used, what is set aside by turns that are being answered, and what has been used.
 *
 * @param allowance absent until the day is opened
 * @param reserved the open reservations, by turn
 * @param ended the turns that were settled or released; each turn is paid for once
 * @param usedTokens tokens of the settled turns
 * @param usedMessages settled turns
 * @param warned how many percent the person was last told of, by resource, under this allowance
 */
public record Quota(
        @Nullable Allowance allowance,
        Map<TurnId, Reservation> reserved,
        Set<TurnId> ended,
        long usedTokens,
        long usedMessages,
        Map<Resource, Long> warned) {

    static final Quota UNOPENED = new Quota(null, Map.of(), Set.of(), 0, 0, Map.of());

    /** What one turn has set aside. */
    public record Reservation(long inputTokens, long outputTokens) {
        public long tokens() {
            return inputTokens + outputTokens;
        }
    }

    public Quota {
        reserved = Collections.unmodifiableMap(new LinkedHashMap<>(reserved));
        ended = GrowingSet.of(ended);
        warned = Collections.unmodifiableMap(new TreeMap<>(warned));
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

    /** What is used up of a resource. */
    public long used(Resource resource) {
        return switch (resource) {
            case TOKENS -> usedTokens;
            case MESSAGES -> usedMessages;
        };
    }

    long warnedOf(Resource resource) {
        return warned.getOrDefault(resource, 0L);
    }

    /** A warning counts for the allowance that it was given under. */
    Quota withAllowance(Allowance limit) {
        return new Quota(limit, reserved, ended, usedTokens, usedMessages, Map.of());
    }

    Quota reserving(TurnId turn, Reservation reservation) {
        Map<TurnId, Reservation> next = new LinkedHashMap<>(reserved);
        next.put(turn, reservation);
        return new Quota(allowance, next, ended, usedTokens, usedMessages, warned);
    }

    Quota ending(TurnId turn, long tokens, long messages) {
        Map<TurnId, Reservation> open = new LinkedHashMap<>(reserved);
        open.remove(turn);
        return new Quota(
                allowance, open, GrowingSet.of(ended).with(turn), usedTokens + tokens, usedMessages + messages, warned);
    }

    Quota warning(Resource resource, long percent) {
        Map<Resource, Long> next = new LinkedHashMap<>(warned);
        next.put(resource, percent);
        return new Quota(allowance, reserved, ended, usedTokens, usedMessages, next);
    }
}
