package ai.novacore.application.conversation;

import ai.novacore.application.shared.ModelNames;
import ai.novacore.application.shared.QuotaRefusals;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.Tier;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/**
 * What is measured of the chat; names and labels are part of the product (DESIGN.md section 10). What can be counted is there
 * from the start, so that a first refusal is seen as a rise from 0.
 */
final class ChatMetrics {
    private static final String OTHER = "other";

    private final MeterRegistry registry;
    private final QuotaRefusals refusals;
    private final ModelNames models = new ModelNames();
    private final Timer chat;
    private final Timer model;
    private final DistributionSummary context;

    ChatMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.chat = Timer.builder("chat.latency")
                .description("from a question to the recorded end of its answer")
                .register(registry);
        this.model = Timer.builder("ollama.latency")
                .description("how long the model took for an answer, its queue included")
                .register(registry);
        this.context = DistributionSummary.builder("memory.context.size")
                .description("the memories that were found for a question")
                .baseUnit("bytes")
                .register(registry);
        this.refusals = new QuotaRefusals(registry);
        for (Tier tier : Tier.values()) {
            tokens("input", tier);
            tokens("output", tier);
        }
    }

    /** Shows the counters of a model that will be asked, before it is. */
    void expect(String modelId) {
        for (Tier tier : Tier.values()) {
            messages(tier, modelId);
        }
    }

    /** The model has said all that it will. */
    void answered(Duration inModel) {
        model.record(inModel);
    }

    /** A turn has ended with an answer, be it cut off. */
    void ended(Tier tier, String modelId, TokenUsage usage, Duration whole) {
        messages(tier, models.isNew(modelId) || models.isKnown(modelId) ? modelId : OTHER)
                .increment();
        tokens("input", tier).increment((double) usage.inputTokens());
        tokens("output", tier).increment((double) usage.outputTokens());
        chat.record(whole);
    }

    void remembered(long bytes) {
        context.record((double) bytes);
    }

    void refused(LimitReached limit) {
        refusals.count(limit);
    }

    private Counter messages(Tier tier, String modelId) {
        return Counter.builder("chat.messages")
                .description("turns that ended with an answer, be it cut off")
                .tags("user_tier", label(tier), "model", modelId)
                .register(registry);
    }

    private Counter tokens(String direction, Tier tier) {
        return Counter.builder("chat.tokens")
                .description("tokens that were read (input) and written (output) by models")
                .tags("direction", direction, "user_tier", label(tier))
                .register(registry);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
