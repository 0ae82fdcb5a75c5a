package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.in.ReconcileUseCase;
import ai.novacore.application.subscription.port.in.SuperviseBillingUseCase;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Filed;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.application.subscription.readmodel.Reconciliation;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows support staff what became of what Stripe said, and notes in the security log that they looked, and why. */
public final class SuperviseBilling implements SuperviseBillingUseCase {
    private static final Logger SECURITY = LoggerFactory.getLogger("ai.novacore.security");

    private final WebhookInbox inbox;
    private final ReconcileUseCase reconciling;
    private final Runnable wake;
    private final Clock clock;

    /**
     * @param wake has the inbox looked into at once
     */
    public SuperviseBilling(WebhookInbox inbox, ReconcileUseCase reconciling, Runnable wake, Clock clock) {
        this.inbox = inbox;
        this.reconciling = reconciling;
        this.wake = wake;
        this.clock = clock;
    }

    @Override
    public List<Filed> webhooks(
            UserId reader, String reason, @Nullable Status status, @Nullable String before, int limit) {
        note("webhooks_read", reader, reason);
        return inbox.entries(status, before, limit);
    }

    @Override
    public void retry(UserId reader, String reason, String webhook) {
        note("webhook_retried", reader, reason);
        if (!inbox.retry(webhook, clock.instant())) {
            throw DomainRejection.notFound();
        }
        wake.run();
    }

    @Override
    public List<Reconciliation> reconciliations(UserId reader, String reason, int limit) {
        note("reconciliations_read", reader, reason);
        return reconciling.runs(limit);
    }

    @Override
    public Reconciliation reconcile(UserId reader, String reason) {
        note("reconciliation_run", reader, reason);
        return reconciling.reconcile();
    }

    /** The reason is in the reader's own words: it stands in a field of its own, which nobody can get out of. */
    private static void note(String event, UserId reader, String reason) {
        SECURITY.atInfo()
                .addKeyValue("event", event)
                .addKeyValue("reader", reader.value())
                .addKeyValue("reason", reason)
                .log("Somebody of the staff looked at billing");
    }
}
