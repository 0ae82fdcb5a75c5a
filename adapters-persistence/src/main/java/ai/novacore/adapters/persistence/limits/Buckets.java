package ai.novacore.adapters.persistence.limits;

import ai.novacore.application.shared.port.out.RateLimiter.Decision;
import ai.novacore.application.shared.port.out.RateLimiter.Limit;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderRefillStage;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The port's words in those of Bucket4j. */
final class Buckets {
    private static final long NANOS = 1_000_000_000L;

    private Buckets() {}

    /** Names a bucket without telling whose it is: addresses of people are among the keys. */
    static long id(Limit limit, String key) {
        byte[] name = (limit + "\n" + key).getBytes(StandardCharsets.UTF_8);
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    static Bandwidth bandwidth(Limit limit) {
        BandwidthBuilderRefillStage capacity = Bandwidth.builder().capacity(limit.capacity());
        return limit.gradual()
                ? capacity.refillGreedy(limit.refill(), limit.period()).build()
                : capacity.refillIntervally(limit.refill(), limit.period()).build();
    }

    static Decision decision(ConsumptionProbe probe) {
        return new Decision(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    static TimeMeter by(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                Instant now = clock.instant();
                return now.getEpochSecond() * NANOS + now.getNano();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
