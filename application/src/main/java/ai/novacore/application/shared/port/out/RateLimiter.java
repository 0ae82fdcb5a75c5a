package ai.novacore.application.shared.port.out;

import java.time.Duration;

/**
 * Says how often something may be done. Each limit counts for each key apart. Whoever asks at the same time, on this node
 * or on another that shares the store, is never granted more together than the limit allows. What is counted stays counted
 * whatever becomes of the caller's transaction. Keys may be personal: they are not stored in a form that can be read.
 *
 * <p>All throw {@link ai.novacore.application.shared.OverloadedException} when the store does not answer in time; whether
 * anything was counted is open then.
 */
public interface RateLimiter {

    /**
     * A limit: a bucket of permits that is filled up again.
     *
     * @param name stable; with the key it names the bucket. The same name with other numbers is another bucket
     * @param capacity how many permits a full bucket holds
     * @param refill how many permits come back in a period, at most up to the capacity
     * @param period how long that takes
     * @param gradual whether permits come back one by one over the period; else all together at its end, counted from
     *     the first permit that was taken
     */
    record Limit(String name, int capacity, int refill, Duration period, boolean gradual) {

        /** So many per minute, and at most {@code burst} at once. */
        public static Limit perMinute(String name, int permits, int burst) {
            return new Limit(name, burst, permits, Duration.ofMinutes(1), true);
        }

        /** So many within a period that begins with the first. */
        public static Limit within(String name, int permits, Duration period) {
            return new Limit(name, permits, permits, period, false);
        }
    }

    /**
     * An answer.
     *
     * @param granted whether a permit was taken
     * @param remaining the permits that are left
     * @param retryAfter how long until there is a permit again; zero when one was granted
     * @param full how long until the bucket is full again
     */
    record Decision(boolean granted, long remaining, Duration retryAfter, Duration full) {}

    /** Takes a permit when there is one. */
    Decision take(Limit limit, String key);

    /** Puts a permit back that {@link #take} had granted; a full bucket stays as it is. */
    void giveBack(Limit limit, String key);

    /** Fills a bucket up. */
    void forget(Limit limit, String key);
}
