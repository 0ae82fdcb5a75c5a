package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Entry;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import java.time.Clock;
import java.time.Instant;

/** Has Stripe asked how things stand with a customer. */
public final class AskStripe {
    private final WebhookInbox inbox;
    private final Runnable wake;
    private final Clock clock;

    public AskStripe(WebhookInbox inbox, Runnable wake, Clock clock) {
        this.inbox = inbox;
        this.wake = wake;
        this.clock = clock;
    }

    public void ask(String customer, String name) {
        Instant now = clock.instant();
        inbox.store(new Entry(name, "nova.asked", customer, now, null), Status.PENDING, now);
        wake.run();
    }
}
