package ai.novacore.bootstrap.wiring;

import ai.novacore.adapters.stripe.StripeSettings;
import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.Projection;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.application.subscription.ApplyWebhooks;
import ai.novacore.application.subscription.AskStripe;
import ai.novacore.application.subscription.BillingMails;
import ai.novacore.application.subscription.BillingReader;
import ai.novacore.application.subscription.BuyTier;
import ai.novacore.application.subscription.CountTierChanges;
import ai.novacore.application.subscription.EndPayments;
import ai.novacore.application.subscription.InboxBell;
import ai.novacore.application.subscription.InboxSettings;
import ai.novacore.application.subscription.MeetBillingDeadlines;
import ai.novacore.application.subscription.ReceiveWebhook;
import ai.novacore.application.subscription.Reconcile;
import ai.novacore.application.subscription.SubscriptionLog;
import ai.novacore.application.subscription.SuperviseBilling;
import ai.novacore.application.subscription.port.in.BillingQuery;
import ai.novacore.application.subscription.port.in.BuyTierUseCase;
import ai.novacore.application.subscription.port.in.ReceiveWebhookUseCase;
import ai.novacore.application.subscription.port.in.ReconcileUseCase;
import ai.novacore.application.subscription.port.in.SuperviseBillingUseCase;
import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.ReconciliationStore;
import ai.novacore.application.subscription.port.out.SubscriptionStore;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookReader;
import ai.novacore.application.subscription.port.out.WebhookVerifier;
import ai.novacore.application.subscription.readmodel.SubscriptionOverviewProjection;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.bootstrap.NovaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How tiers are sold and followed. */
@Configuration(proxyBeanMethods = false)
class BillingWiring {

    @Bean
    InboxBell inboxBell() {
        return new InboxBell();
    }

    @Bean
    AskStripe askStripe(WebhookInbox inbox, InboxBell bell, Clock clock) {
        return new AskStripe(inbox, bell::ring, clock);
    }

    @Bean
    ReceiveWebhookUseCase receiveWebhook(
            WebhookVerifier verifier, WebhookInbox inbox, InboxBell bell, Clock clock, MeterRegistry meters) {
        return new ReceiveWebhook(verifier, inbox, bell::ring, clock, meters);
    }

    @Bean
    ApplyWebhooks applyWebhooks(
            WebhookInbox inbox,
            WebhookReader reader,
            BillingCustomers customers,
            AccountStore accounts,
            PaymentGateway gateway,
            CommandDispatcher commands,
            NovaSettings settings,
            Clock clock,
            MeterRegistry meters) {
        return new ApplyWebhooks(
                inbox,
                reader,
                customers,
                accounts,
                gateway,
                commands,
                new InboxSettings(settings.billing().grace(), settings.billing().lease()),
                clock,
                meters);
    }

    @Bean
    SubscriptionLog subscriptionLog(EventLog log) {
        return new SubscriptionLog(log);
    }

    @Bean
    BuyTierUseCase buyTier(
            StripeSettings stripe,
            PaymentGateway gateway,
            BillingCustomers customers,
            AccountStore accounts,
            SubscriptionLog log,
            AskStripe asking,
            CommandDispatcher commands,
            Clock clock) {
        return new BuyTier(stripe.prices().keySet(), gateway, customers, accounts, log, asking, commands, clock);
    }

    @Bean
    BillingQuery billingReader(
            SubscriptionLog log, BillingCustomers customers, PaymentGateway gateway, AskStripe asking, Clock clock) {
        return new BillingReader(log, customers, gateway, asking, clock);
    }

    @Bean
    ReconcileUseCase reconcile(
            PaymentGateway gateway,
            BillingCustomers customers,
            SubscriptionStore subscriptions,
            ReconciliationStore runs,
            AskStripe asking,
            IdGenerator ids,
            MeterRegistry meters,
            Clock clock) {
        return new Reconcile(gateway, customers, subscriptions, runs, asking, ids, meters, clock);
    }

    @Bean
    SuperviseBillingUseCase superviseBilling(WebhookInbox inbox, InboxBell bell, Clock clock) {
        return new SuperviseBilling(inbox, bell::ring, clock);
    }

    @Bean
    MeetBillingDeadlines meetBillingDeadlines(
            SubscriptionStore subscriptions, CommandDispatcher commands, Clock clock) {
        return new MeetBillingDeadlines(subscriptions, commands, clock);
    }

    @Bean
    Projection subscriptionOverviewProjection(SubscriptionStore store) {
        return new SubscriptionOverviewProjection(store);
    }

    @Bean(BillingMails.NAME)
    Effect billingMails(EmailRegistry registry, AccountStore accounts, Mailer mailer, NovaSettings settings) {
        return new BillingMails(registry, accounts, mailer, settings.publicUrl().toString());
    }

    @Bean(EndPayments.NAME)
    Effect endPayments(PaymentGateway gateway) {
        return new EndPayments(gateway);
    }

    @Bean(CountTierChanges.NAME)
    Effect countTierChanges(MeterRegistry registry) {
        return new CountTierChanges(registry);
    }
}
