package ai.novacore.application.subscription;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** What is measured of webhooks; labels are from short lists. */
final class InboxMetrics {
    private final MeterRegistry registry;
    private final Timer latency;

    /** What came of an entry. */
    enum Outcome {
        APPLIED,
        IGNORED,
        PARKED,
        RETRIED
    }

    InboxMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.latency = Timer.builder("webhook.inbox.latency")
                .description("from the arrival of a webhook to its being applied")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(10))
                .maximumExpectedValue(Duration.ofHours(1))
                .register(registry);
    }

    /** A webhook came. */
    void received(String type, boolean success) {
        registry.counter("stripe.webhook", "event_type", type, "success", String.valueOf(success))
                .increment();
    }

    void ended(Outcome outcome, int entries) {
        registry.counter("webhook.inbox.entries", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment(entries);
    }

    void applied(Duration since) {
        latency.record(since);
    }
}
