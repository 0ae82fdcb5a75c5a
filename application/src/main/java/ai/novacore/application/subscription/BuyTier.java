package ai.novacore.application.subscription;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.subscription.SubscriptionLog.Current;
import ai.novacore.application.subscription.port.in.BuyTierUseCase;
import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.PaymentGateway.CheckoutPage;
import ai.novacore.application.subscription.port.out.PaymentGateway.CheckoutPage.Stage;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.Subscription.Checkout;
import ai.novacore.domain.subscription.SubscriptionCommand.CloseCheckout;
import ai.novacore.domain.subscription.SubscriptionCommand.StartCheckout;
import ai.novacore.domain.subscription.SubscriptionId;
import ai.novacore.domain.user.EmailAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a member has one page to pay at and one subscription, however often and wherever they click. What Stripe
 * is asked to do carries a key that follows from how things stand, so that two requests at once are one to Stripe; which
 * page counts is decided in the log.
 */
public final class BuyTier implements BuyTierUseCase {
    private final Set<Tier> forSale;
    private final PaymentGateway gateway;
    private final BillingCustomers customers;
    private final AccountStore accounts;
    private final SubscriptionLog log;
    private final AskStripe stripe;
    private final CommandDispatcher commands;
    private final Clock clock;

    /**
     * @param forSale the tiers that have a price
     */
    public BuyTier(
            Set<Tier> forSale,
            PaymentGateway gateway,
            BillingCustomers customers,
            AccountStore accounts,
            SubscriptionLog log,
            AskStripe stripe,
            CommandDispatcher commands,
            Clock clock) {
        this.forSale = Set.copyOf(forSale);
        this.gateway = gateway;
        this.customers = customers;
        this.accounts = accounts;
        this.log = log;
        this.stripe = stripe;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public Page checkout(UserId user, Tier tier) {
        Account account = accounts.find(user).orElseThrow(DomainRejection::notFound);
        if (!forSale.contains(tier)) {
            throw DomainRejection.invalid("tier_not_for_sale", "This tier cannot be bought.");
        }
        if (account.emailVerifiedAt() == null) {
            throw DomainRejection.forbidden("email_not_verified", "Verify your e-mail address before you subscribe.");
        }
        Current before = log.current(user);
        if (before.state().billing() != null) {
            throw alreadySubscribed();
        }
        String customer = customerOf(account);
        Checkout known = before.state().checkout();
        CheckoutPage open = known == null ? null : openPage(user, customer, tier, known);
        // Counted from what was seen, not anew: whoever saw the same asks for the same.
        long seen = known == null ? before.events() : before.events() + 1;
        return page(open == null ? newPage(user, customer, tier, seen) : open);
    }

    private String customerOf(Account account) {
        UserId user = account.id();
        return customers.customerOf(user).orElseGet(() -> {
            String made = gateway.createCustomer(user, new EmailAddress(account.email()), "customer-" + user.value());
            return customers.link(user, made);
        });
    }

    /** The page that is open already for the same tier; any other is closed, so that nobody pays twice. */
    private @Nullable CheckoutPage openPage(UserId user, String customer, Tier tier, Checkout known) {
        CheckoutPage page = gateway.checkout(known.sessionId()).orElse(null);
        Stage stage = page == null ? Stage.EXPIRED : page.stage();
        if (stage == Stage.OPEN && known.tier() == tier) {
            return page;
        }
        if (stage == Stage.OPEN) {
            stage = gateway.expireCheckout(known.sessionId());
        }
        if (stage == Stage.COMPLETE) {
            stripe.ask(customer, "checkout-" + known.sessionId());
            throw alreadySubscribed();
        }
        commands.dispatch(new CloseCheckout(
                SubscriptionId.of(user), Actor.member(user), clock.instant(), user, known.sessionId()));
        return null;
    }

    /** @param seen how many events there were when it was decided to open one */
    private CheckoutPage newPage(UserId user, String customer, Tier tier, long seen) {
        String key = "checkout-" + user.value() + "-" + tier + "-" + seen;
        CheckoutPage made = gateway.openCheckout(user, customer, tier, key);
        try {
            commands.dispatch(new StartCheckout(
                    SubscriptionId.of(user),
                    Actor.member(user),
                    clock.instant(),
                    user,
                    tier,
                    made.sessionId(),
                    made.expiresAt()));
        } catch (DomainRejection e) {
            gateway.expireCheckout(made.sessionId());
            throw e;
        }
        return made;
    }

    private static Page page(CheckoutPage open) {
        URI url = open.url();
        if (url == null) {
            throw new PaymentGateway.PaymentFailure("the page " + open.sessionId() + " has no address", null);
        }
        return new Page(open.sessionId(), url);
    }

    @Override
    public URI portal(UserId user, @Nullable Tier change) {
        String customer = customers.customerOf(user).orElseThrow(BuyTier::notSubscribed);
        if (change == null) {
            return gateway.portal(customer, null, null);
        }
        String running = log.current(user).state().running();
        if (running == null) {
            throw notSubscribed();
        }
        return gateway.portal(customer, change, running);
    }

    private static DomainRejection alreadySubscribed() {
        return DomainRejection.conflict("already_subscribed", "There is a subscription already.");
    }

    private static DomainRejection notSubscribed() {
        return DomainRejection.conflict("not_subscribed", "There is no subscription to manage.");
    }
}
