package ai.novacore.application.subscription;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.subscription.port.in.EndSubscriptionUseCase;
import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeCause;
import ai.novacore.domain.subscription.SubscriptionCommand.CancelSubscription;
import ai.novacore.domain.subscription.SubscriptionId;
import java.time.Clock;
import java.time.Instant;

/**
 * Ends a subscription where it is paid first: what is recorded here must not say more than what is so there. Then what
 * Stripe said about the member goes as well.
 */
public final class EndSubscription implements EndSubscriptionUseCase {
    private static final Actor ACTOR = Actor.system("erasure");

    private final PaymentGateway gateway;
    private final BillingCustomers customers;
    private final WebhookInbox inbox;
    private final CommandDispatcher commands;
    private final Clock clock;

    public EndSubscription(
            PaymentGateway gateway,
            BillingCustomers customers,
            WebhookInbox inbox,
            CommandDispatcher commands,
            Clock clock) {
        this.gateway = gateway;
        this.customers = customers;
        this.inbox = inbox;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void endFor(UserId user) {
        String customer = customers.customerOf(user).orElse(null);
        if (customer != null) {
            gateway.erase(customer);
        }
        Instant now = clock.instant();
        StripeCause cause = new StripeCause("erasure-" + user.value(), now);
        // In the order in which webhooks are applied, of which one may just have been about to record something else.
        commands.atomically(() -> {
            if (customer != null) {
                inbox.forget(customer);
                customers.remove(user);
            }
            return commands.dispatch(new CancelSubscription(SubscriptionId.of(user), ACTOR, now, user, cause));
        });
    }
}
