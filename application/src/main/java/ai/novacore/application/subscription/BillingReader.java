package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.in.BillingQuery;
import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.PaymentGateway.Price;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.Billing;
import ai.novacore.domain.subscription.Billing.Grace;
import ai.novacore.domain.subscription.Billing.ScheduledTier;
import ai.novacore.domain.subscription.Subscription;
import ai.novacore.domain.subscription.Subscription.Checkout;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Reads what is for sale and what a member has bought. */
public final class BillingReader implements BillingQuery {
    /** How many seconds pass before Stripe is asked again about the same page. */
    private static final long PATIENCE = 3;

    private final SubscriptionLog log;
    private final BillingCustomers customers;
    private final PaymentGateway gateway;
    private final AskStripe stripe;
    private final Clock clock;

    public BillingReader(
            SubscriptionLog log, BillingCustomers customers, PaymentGateway gateway, AskStripe stripe, Clock clock) {
        this.log = log;
        this.customers = customers;
        this.gateway = gateway;
        this.stripe = stripe;
        this.clock = clock;
    }

    @Override
    public Standing subscription(UserId user) {
        Subscription state = log.current(user).state();
        Instant now = clock.instant();
        Checkout checkout = state.checkout();
        boolean open = checkout != null && now.isBefore(checkout.expiresAt());
        if (checkout != null && open) {
            askAbout(user, checkout, now);
        }
        return standing(state, open);
    }

    /** However many look, Stripe is asked once in a while. */
    private void askAbout(UserId user, Checkout checkout, Instant now) {
        String name = "checkout-" + checkout.sessionId() + "-" + now.getEpochSecond() / PATIENCE;
        customers.customerOf(user).ifPresent(customer -> stripe.ask(customer, name));
    }

    private static Standing standing(Subscription state, boolean checkoutOpen) {
        Billing billing = state.billing();
        if (billing == null) {
            return new Standing(state.tier(), state.status(), null, null, null, null, null, checkoutOpen);
        }
        Grace grace = billing.grace();
        ScheduledTier next = billing.next();
        return new Standing(
                state.tier(),
                state.status(),
                billing.periodEnd(),
                grace == null ? null : grace.until(),
                billing.endsAt(),
                next == null ? null : next.tier(),
                next == null ? null : next.at(),
                checkoutOpen);
    }

    @Override
    public Map<Tier, Price> prices() {
        return gateway.prices();
    }
}
