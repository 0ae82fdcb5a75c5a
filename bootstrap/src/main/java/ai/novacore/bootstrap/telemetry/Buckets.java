package ai.novacore.bootstrap.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of every histogram: bounds that questions are asked about, few enough that a scrape stays small. What is not
 * named here has a count, a sum and a maximum only.
 */
final class Buckets implements MeterFilter {
    private static final double[] REQUESTS = millis(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000);
    private static final double[] ANSWERS =
            millis(100, 250, 500, 1_000, 2_500, 5_000, 10_000, 20_000, 30_000, 60_000, 120_000);
    private static final double[] SEARCHES = millis(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000);
    private static final double[] CALLS =
            millis(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 120_000);
    private static final double[] INBOX =
            millis(100, 500, 1_000, 5_000, 15_000, 60_000, 300_000, 900_000, 3_600_000, 21_600_000);
    private static final double[] TEXTS = {256, 1_024, 2_048, 4_096, 8_192, 16_384, 32_768, 65_536};

    private static final Map<String, double[]> BY_NAME = Map.of(
            "gateway.latency", REQUESTS,
            "chat.latency", ANSWERS,
            "ollama.latency", ANSWERS,
            "memory.search.latency", SEARCHES,
            "vector.embedding.latency", SEARCHES,
            "memory.context.size", TEXTS,
            "http.client.requests", CALLS,
            "webhook.inbox.latency", INBOX);

    @Override
    public @Nullable DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        double[] bounds = BY_NAME.get(id.getName());
        if (bounds == null) {
            return config;
        }
        return DistributionStatisticConfig.builder()
                .percentilesHistogram(false)
                .serviceLevelObjectives(bounds)
                .build()
                .merge(config);
    }

    /** In nanoseconds, as timers are told. */
    private static double[] millis(long... bounds) {
        return Arrays.stream(bounds)
                .mapToDouble(bound -> (double) Duration.ofMillis(bound).toNanos())
                .toArray();
    }
}
