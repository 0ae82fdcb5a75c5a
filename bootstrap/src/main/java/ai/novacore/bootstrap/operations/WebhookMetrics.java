package ai.novacore.bootstrap.operations;

import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How much of what Stripe sent waits, for how long, and how much waits for a person. */
@Component
class WebhookMetrics {
    private final WebhookInbox inbox;
    private final Clock clock;
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private final AtomicLong oldest = new AtomicLong();

    WebhookMetrics(WebhookInbox inbox, Clock clock, MeterRegistry registry) {
        this.inbox = inbox;
        this.clock = clock;
        Gauge.builder("webhook.inbox.pending", pending, AtomicLong::get)
                .description("webhooks that are stored and not applied yet")
                .register(registry);
        Gauge.builder("webhook.inbox.parked", parked, AtomicLong::get)
                .description("webhooks that could not be applied, however often it was tried")
                .register(registry);
        Gauge.builder("webhook.inbox.oldest", oldest, AtomicLong::get)
                .description("how long the webhook has waited that has waited longest")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(fixedDelay = 15_000)
    void count() {
        pending.set(inbox.count(Status.PENDING));
        parked.set(inbox.count(Status.PARKED));
        oldest.set(inbox.oldestPending()
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L));
    }
}
