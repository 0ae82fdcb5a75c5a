package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.in.SuperviseBillingUseCase;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Filed;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.domain.shared.DomainRejection;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows support staff what became of what Stripe said, and has it tried again. */
public final class SuperviseBilling implements SuperviseBillingUseCase {
    private final WebhookInbox inbox;
    private final Runnable wake;
    private final Clock clock;

    /**
     * @param wake has the inbox looked into at once
     */
    public SuperviseBilling(WebhookInbox inbox, Runnable wake, Clock clock) {
        this.inbox = inbox;
        this.wake = wake;
        this.clock = clock;
    }

    @Override
    public List<Filed> webhooks(@Nullable Status status, @Nullable String before, int limit) {
        return inbox.entries(status, before, limit);
    }

    @Override
    public void retry(String webhook) {
        if (!inbox.retry(webhook, clock.instant())) {
            throw DomainRejection.notFound();
        }
        wake.run();
    }
}
