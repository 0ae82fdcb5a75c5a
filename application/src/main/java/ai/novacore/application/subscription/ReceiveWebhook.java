package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.in.ReceiveWebhookUseCase;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Entry;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.application.subscription.port.out.WebhookVerifier;
import ai.novacore.application.subscription.port.out.WebhookVerifier.Notice;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what Stripe sends, as fast as one row can be stored; a worker applies it. */
public final class ReceiveWebhook implements ReceiveWebhookUseCase {

    /** The events that make us ask Stripe how things stand. All others are only kept. */
    static final Set<String> FOLLOWED = Set.of(
            "checkout.session.completed",
            "checkout.session.expired",
            "checkout.session.async_payment_succeeded",
            "checkout.session.async_payment_failed",
            "customer.subscription.created",
            "customer.subscription.updated",
            "customer.subscription.deleted",
            "customer.subscription.paused",
            "customer.subscription.resumed",
            "customer.subscription.trial_will_end",
            "customer.deleted",
            "invoice.paid",
            "invoice.payment_failed",
            "invoice.payment_action_required",
            "charge.refunded",
            "charge.dispute.created");

    private static final Logger LOG = LoggerFactory.getLogger(ReceiveWebhook.class);

    private final WebhookVerifier verifier;
    private final WebhookInbox inbox;
    private final Runnable wake;
    private final Clock clock;
    private final InboxMetrics metrics;

    /** @param wake has a worker look at once */
    public ReceiveWebhook(
            WebhookVerifier verifier, WebhookInbox inbox, Runnable wake, Clock clock, MeterRegistry meters) {
        this.verifier = verifier;
        this.inbox = inbox;
        this.wake = wake;
        this.clock = clock;
        this.metrics = new InboxMetrics(meters);
        metrics.expect(FOLLOWED);
    }

    @Override
    public void receive(byte[] body, @Nullable String signature) {
        String type = InboxMetrics.UNKNOWN;
        boolean stored = false;
        try {
            Notice notice = verifier.verify(body, signature);
            boolean followed = FOLLOWED.contains(notice.type());
            type = followed ? notice.type() : InboxMetrics.OTHER;
            store(notice, body, followed);
            stored = true;
        } finally {
            metrics.received(type, stored);
        }
    }

    private void store(Notice notice, byte[] body, boolean followed) {
        Entry entry = new Entry(
                notice.id(),
                notice.type(),
                notice.customer(),
                notice.createdAt(),
                new String(body, StandardCharsets.UTF_8));
        boolean isNew = inbox.store(entry, followed ? Status.PENDING : Status.IGNORED, clock.instant());
        if (isNew && followed) {
            // The events and mails that follow carry this name of Stripe's as their correlation.
            LOG.atInfo().addKeyValue("stripe_event", notice.id()).log("A webhook is stored");
            wake.run();
        }
    }
}
