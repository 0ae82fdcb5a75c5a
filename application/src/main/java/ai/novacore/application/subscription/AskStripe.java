package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Entry;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import java.time.Clock;
import java.time.Instant;

/** Has Stripe asked how a customer's subscriptions stand without its having said that something changed. */
public final class AskStripe {
    private final WebhookInbox inbox;
    private final Runnable wake;
    private final Clock clock;

    /** @param wake has a worker look at once */
    public AskStripe(WebhookInbox inbox, Runnable wake, Clock clock) {
        this.inbox = inbox;
        this.wake = wake;
        this.clock = clock;
    }

    /**
     * Takes the way that webhooks take, so that it waits for its turn and comes after those that came before.
     *
     * @param name under which Stripe is asked once, and never again
     */
    public void ask(String customer, String name) {
        Instant now = clock.instant();
        if (inbox.store(new Entry(name, WebhookInbox.ASKED, customer, now, null), Status.PENDING, now)) {
            wake.run();
        }
    }
}
