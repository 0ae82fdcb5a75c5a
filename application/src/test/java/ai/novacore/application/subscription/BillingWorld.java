package ai.novacore.application.subscription;

import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.subscription.port.out.WebhookInbox.Filed;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.application.user.InMemoryAccounts;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.application.user.readmodel.Account.Standing;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.Subscription;
import ai.novacore.domain.subscription.SubscriptionDecider;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import ai.novacore.domain.subscription.SubscriptionId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A member who may pay, Stripe, and what we make of what it says. */
final class BillingWorld {
    static final UserId MIRA = new UserId("usr_mira");
    static final SubscriptionId SUBSCRIPTION = SubscriptionId.of(MIRA);
    static final String CUSTOMER = "cus_mira";
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final SubscriptionDecider DECIDER = new SubscriptionDecider();

    final ManualClock clock = new ManualClock();
    final InMemoryWebhookInbox inbox = new InMemoryWebhookInbox();
    final InMemoryBillingCustomers customers = new InMemoryBillingCustomers();
    final InMemoryAccounts accounts = new InMemoryAccounts();
    final ScriptedPaymentGateway gateway = new ScriptedPaymentGateway();
    final InMemoryCommandDispatcher commands =
            new InMemoryCommandDispatcher().with(inbox::remember).with(customers::remember);
    final ToldWebhooks webhooks = new ToldWebhooks();
    final InboxBell bell = new InboxBell();
    final ReceiveWebhook receiving;
    final ApplyWebhooks applying;
    final AskStripe asking;

    /** One in which nothing is measured. */
    BillingWorld() {
        this(new CompositeMeterRegistry());
    }

    BillingWorld(MeterRegistry meters) {
        InboxSettings settings = new InboxSettings(Paying.GRACE, LEASE);
        receiving = new ReceiveWebhook(webhooks, inbox, bell::ring, clock, meters);
        applying = new ApplyWebhooks(inbox, webhooks, customers, accounts, gateway, commands, settings, clock, meters);
        asking = new AskStripe(inbox, bell::ring, clock);
        member(MIRA, Standing.ACTIVE);
    }

    void member(UserId user, Standing standing) {
        accounts.save(
                new Account(user, "mira@example.com", "Mira", null, Tier.FREE, List.of(), standing, clock.instant()));
    }

    /** Mira is a customer of ours. */
    BillingWorld linked() {
        customers.link(MIRA, CUSTOMER);
        return this;
    }

    void receive(Told told) {
        receiving.receive(webhooks.body(told), ToldWebhooks.SIGNED);
    }

    /** Until nothing is due. */
    void apply() {
        int worked;
        do {
            worked = applying.applyDue();
        } while (worked > 0);
    }

    /** Stripe says that something changed, and it is looked at. */
    void told(String id, Instant createdAt) {
        receive(Told.changed(id, "customer.subscription.updated", CUSTOMER, createdAt));
        apply();
    }

    List<DomainEvent> events() {
        return commands.events(SUBSCRIPTION);
    }

    Subscription state() {
        return DECIDER.fold(
                DECIDER.initial(),
                events().stream().map(SubscriptionEvent.class::cast).toList());
    }

    List<TierChanged> grants() {
        return events().stream()
                .filter(TierChanged.class::isInstance)
                .map(TierChanged.class::cast)
                .toList();
    }

    Filed filed(String id) {
        return inbox.entries(null, null, Integer.MAX_VALUE).stream()
                .filter(filed -> filed.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Status status(String id) {
        return filed(id).status();
    }
}
