package ai.novacore.application.subscription.port.in;

import ai.novacore.application.subscription.port.out.WebhookInbox.Filed;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets support staff see what became of what Stripe said. */
public interface SuperviseBillingUseCase {

    /**
     * What was filed, the newest first.
     *
     * @param status only those that stand like this; all when absent
     * @param before the id of the last one of the page before; the newest when absent
     */
    List<Filed> webhooks(@Nullable Status status, @Nullable String before, int limit);

    /**
     * Has one tried again that is parked or was ignored.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found} when there is none of this name to be tried again
     */
    void retry(String webhook);
}
