package ai.novacore.adapters.persistence.limits;

import ai.novacore.application.shared.port.out.RateLimiter;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Counts on this node alone, and starts afresh with it. A bucket is kept until it is full again, which is also what makes
 * a period begin with the first permit that is taken.
 */
public final class LocalRateLimiter implements RateLimiter {
    /** So that nobody can fill the memory with addresses; beyond it the least used buckets are given up. */
    private static final long MOST_BUCKETS = 200_000;

    private final TimeMeter time;
    private final Cache<Long, Counted> buckets;

    public LocalRateLimiter(Clock clock) {
        time = Buckets.by(clock);
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .ticker(time::currentTimeNanos)
                .expireAfter(Expiry.<Long, Counted>writing((_, counted) -> counted.untilFull()))
                .build();
    }

    private record Counted(Bucket bucket, int capacity) {
        Duration untilFull() {
            return Duration.ofNanos(bucket.estimateAbilityToConsume(capacity).getNanosToWaitForRefill());
        }
    }

    @Override
    public Decision take(Limit limit, String key) {
        AtomicReference<ConsumptionProbe> probe = new AtomicReference<>();
        change(limit, key, bucket -> probe.set(bucket.tryConsumeAndReturnRemaining(1)));
        return Buckets.decision(probe.get());
    }

    @Override
    public void giveBack(Limit limit, String key) {
        change(limit, key, bucket -> bucket.addTokens(1));
    }

    @Override
    public void forget(Limit limit, String key) {
        buckets.invalidate(Buckets.id(limit, key));
    }

    /** One at a time for each bucket, so that none is given up between being found and being changed. */
    private void change(Limit limit, String key, Consumer<Bucket> change) {
        buckets.asMap().compute(Buckets.id(limit, key), (_, known) -> {
            Counted counted = known == null ? full(limit) : known;
            change.accept(counted.bucket());
            return counted;
        });
    }

    private Counted full(Limit limit) {
        Bucket bucket = Bucket.builder()
                .addLimit(Buckets.bandwidth(limit))
                .withCustomTimePrecision(time)
                .build();
        return new Counted(bucket, limit.capacity());
    }
}
