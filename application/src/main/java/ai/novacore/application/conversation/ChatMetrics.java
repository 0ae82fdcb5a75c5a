package ai.novacore.application.conversation;

import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.Tier;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** What is measured of the chat; names and labels are part of the product (DESIGN.md section 10). */
final class ChatMetrics {
    private final MeterRegistry registry;
    private final Timer chat;
    private final Timer model;
    private final DistributionSummary context;

    ChatMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.chat = latency("chat.latency");
        this.model = latency("ollama.latency");
        this.context = DistributionSummary.builder("memory.context.size")
                .baseUnit("bytes")
                .publishPercentileHistogram()
                .minimumExpectedValue(64.0)
                .maximumExpectedValue(65_536.0)
                .register(registry);
    }

    private Timer latency(String name) {
        return Timer.builder(name)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(10))
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry);
    }

    /** The model has said all that it will. */
    void answered(Duration inModel) {
        model.record(inModel);
    }

    /** A turn has ended with an answer, be it cut off. */
    void ended(Tier tier, String modelId, TokenUsage usage, Duration whole) {
        registry.counter("chat.messages", "user_tier", label(tier), "model", modelId)
                .increment();
        tokens("input", tier, usage.inputTokens());
        tokens("output", tier, usage.outputTokens());
        chat.record(whole);
    }

    private void tokens(String direction, Tier tier, long count) {
        registry.counter("chat.tokens", "direction", direction, "user_tier", label(tier))
                .increment((double) count);
    }

    void remembered(long bytes) {
        context.record((double) bytes);
    }

    void refused(LimitReached limit) {
        registry.counter("quota.exceeded", "resource_type", limit.resource()).increment();
    }

    private static String label(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }
}
