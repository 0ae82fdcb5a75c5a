package ai.novacore.application.shared;

import ai.novacore.application.shared.port.out.RateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts in this JVM, by a clock that a test sets forward. */
public final class InMemoryRateLimiter implements RateLimiter {
    private final Map<Bucket, State> buckets = new HashMap<>();
    private final Clock clock;

    public InMemoryRateLimiter(Clock clock) {
        this.clock = clock;
    }

    private record Bucket(Limit limit, String key) {}

    /** What is taken, and from when on refills have not been counted yet. */
    private record State(long taken, Instant since) {}

    @Override
    public synchronized Decision take(Limit limit, String key) {
        State now = current(limit, key);
        boolean granted = now.taken() < limit.capacity();
        State then = granted ? new State(now.taken() + 1, now.since()) : now;
        buckets.put(new Bucket(limit, key), then);
        return new Decision(
                granted,
                limit.capacity() - then.taken(),
                granted ? Duration.ZERO : until(limit, then, 1),
                until(limit, then, then.taken()));
    }

    @Override
    public synchronized void giveBack(Limit limit, String key) {
        State now = current(limit, key);
        buckets.put(new Bucket(limit, key), new State(Math.max(0, now.taken() - 1), now.since()));
    }

    @Override
    public synchronized void forget(Limit limit, String key) {
        buckets.remove(new Bucket(limit, key));
    }

    private State current(Limit limit, String key) {
        Instant now = clock.instant();
        State last = buckets.getOrDefault(new Bucket(limit, key), new State(0, now));
        long steps = Duration.between(last.since(), now).dividedBy(step(limit));
        long taken = Math.max(0, last.taken() - steps * permitsInStep(limit));
        return taken == 0
                ? new State(0, now)
                : new State(taken, last.since().plus(step(limit).multipliedBy(steps)));
    }

    /** How long until so many permits are back. */
    private Duration until(Limit limit, State state, long permits) {
        long steps = Math.ceilDiv(permits, permitsInStep(limit));
        return Duration.between(clock.instant(), state.since().plus(step(limit).multipliedBy(steps)));
    }

    private static long permitsInStep(Limit limit) {
        return limit.gradual() ? 1 : limit.refill();
    }

    private static Duration step(Limit limit) {
        return limit.gradual() ? limit.period().dividedBy(limit.refill()) : limit.period();
    }
}
