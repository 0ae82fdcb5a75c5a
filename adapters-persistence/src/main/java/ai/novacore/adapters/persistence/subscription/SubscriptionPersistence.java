package ai.novacore.adapters.persistence.subscription;

import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.application.subscription.port.out.ReconciliationStore;
import ai.novacore.application.subscription.port.out.SubscriptionStore;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The subscriptions' part of the persistence. */
@Configuration(proxyBeanMethods = false)
public class SubscriptionPersistence {

    @Bean
    BillingCustomers billingCustomers(JdbcClient jdbc) {
        return new JdbcBillingCustomers(jdbc);
    }

    @Bean
    WebhookInbox webhookInbox(JdbcClient jdbc) {
        return new JdbcWebhookInbox(jdbc);
    }

    @Bean
    SubscriptionStore subscriptionStore(JdbcClient jdbc) {
        return new JdbcSubscriptionStore(jdbc);
    }

    @Bean
    ReconciliationStore reconciliationStore(JdbcClient jdbc) {
        return new JdbcReconciliationStore(jdbc);
    }
}
