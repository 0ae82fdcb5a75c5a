package ai.novacore.application.subscription;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;

/** What is measured of webhooks; labels are from short lists. */
final class InboxMetrics {
    /** The type of what is not followed. */
    static final String OTHER = "other";

    /** The type of what is not known to come from Stripe. */
    static final String UNKNOWN = "unknown";

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
                .register(registry);
        for (Outcome outcome : Outcome.values()) {
            entries(outcome);
        }
    }

    /** Shows the counters of these types, and of what is none of them, before anything came. */
    void expect(Collection<String> types) {
        Stream.concat(types.stream(), Stream.of(OTHER)).forEach(type -> {
            webhooks(type, true);
            webhooks(type, false);
        });
        webhooks(UNKNOWN, false);
    }

    /** A webhook came. */
    void received(String type, boolean success) {
        webhooks(type, success).increment();
    }

    void ended(Outcome outcome, int entries) {
        entries(outcome).increment(entries);
    }

    void applied(Duration since) {
        latency.record(since);
    }

    private Counter webhooks(String type, boolean success) {
        return Counter.builder("stripe.webhook")
                .description("webhooks that came, and whether they were stored")
                .tags("event_type", type, "success", String.valueOf(success))
                .register(registry);
    }

    private Counter entries(Outcome outcome) {
        return Counter.builder("webhook.inbox.entries")
                .description("what became of stored webhooks")
                .tags("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
