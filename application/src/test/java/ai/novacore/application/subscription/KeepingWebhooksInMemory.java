package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class KeepingWebhooksInMemory extends WebhookInboxContract {
    private final WebhookInbox inbox = new InMemoryWebhookInbox();

    @Override
    protected WebhookInbox inbox() {
        return inbox;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends WebhookInboxContract {
        private final WebhookInbox inbox = DoingNothing.as(WebhookInbox.class);

        @Override
        protected WebhookInbox inbox() {
            return inbox;
        }
    }
}
