package ai.novacore.adapters.persistence.subscription;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.subscription.WebhookInboxContract;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingWebhooksInPostgres extends WebhookInboxContract {

    @Override
    protected WebhookInbox inbox() {
        return OnPostgres.bean(WebhookInbox.class);
    }
}
