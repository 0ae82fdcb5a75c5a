package ai.novacore.application.subscription;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.subscription.InboxMetrics.Outcome;
import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Claim;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Applies the entries of one claim: asks Stripe how things stand, then records what follows and ends the entries in one
 * transaction. None is open while Stripe is asked.
 */
final class ApplyClaim {
    private final WebhookInbox inbox;
    private final WebhookHearing hearing;
    private final BillingCustomers customers;
    private final PaymentGateway gateway;
    private final CommandDispatcher commands;
    private final Duration grace;
    private final Clock clock;
    private final InboxMetrics metrics;

    ApplyClaim(
            WebhookInbox inbox,
            WebhookHearing hearing,
            BillingCustomers customers,
            PaymentGateway gateway,
            CommandDispatcher commands,
            Duration grace,
            Clock clock,
            InboxMetrics metrics) {
        this.inbox = inbox;
        this.hearing = hearing;
        this.customers = customers;
        this.gateway = gateway;
        this.commands = commands;
        this.grace = grace;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** The member is not this customer any more, as after an erasure. */
    private static final class NotTheirs extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotTheirs() {
            super("the customer is nobody's any more", null, false, false);
        }
    }

    void apply(Claim claim) {
        Heard heard = hearing.hear(claim);
        String customer = claim.customer();
        if (customer == null) {
            address(claim, heard);
            return;
        }
        Optional<UserId> known = customers.userOf(customer);
        Optional<UserId> user = known.or(() -> hearing.referred(heard));
        if (user.isEmpty()) {
            ignoreStranger(claim, customer);
            return;
        }
        List<StripeSubscription> seen = heard.customerDeleted() ? List.of() : gateway.subscriptionsOf(customer);
        // A reference alone proves little: it also comes late, when the customer is long gone.
        if (known.isEmpty() && seen.stream().allMatch(one -> one.standing() == Standing.ENDED)) {
            ignoreStranger(claim, customer);
            return;
        }
        try {
            record(claim, heard, new Owner(user.get(), customer, known.isEmpty()), seen);
        } catch (NotTheirs _) {
            ignoreStranger(claim, customer);
        }
    }

    /** @param isNew whether it is recorded only now who the customer is */
    private record Owner(UserId user, String customer, boolean isNew) {}

    /**
     * An erasure touches the same in the same order: the entries, the customer, the subscription. So neither is lost, and
     * what Stripe said before it is not recorded after it.
     */
    private void record(Claim claim, Heard heard, Owner owner, List<StripeSubscription> seen) {
        Instant now = clock.instant();
        Consequences consequences = new Consequences(owner.user(), now, grace);
        commands.atomically(() -> {
            finish(claim, heard, now);
            if (!holds(owner)) {
                throw new NotTheirs();
            }
            consequences.of(heard, seen).forEach(commands::dispatch);
            if (heard.customerDeleted()) {
                customers.remove(owner.user());
            }
            return true;
        });
        metrics.ended(Outcome.APPLIED, heard.said().size());
        metrics.ended(Outcome.PARKED, heard.unreadable().size());
        metrics.applied(Duration.between(claim.since(), now));
    }

    private boolean holds(Owner owner) {
        return owner.isNew()
                ? customers.link(owner.user(), owner.customer()).equals(owner.customer())
                : customers.holds(owner.user(), owner.customer());
    }

    /** What cannot be read tells at least that something has changed. */
    private void finish(Claim claim, Heard heard, Instant now) {
        if (!heard.said().isEmpty()) {
            inbox.finish(claim.only(heard.readable()), Status.APPLIED, null, now);
        }
        if (!heard.unreadable().isEmpty()) {
            inbox.finish(claim.only(heard.unreadable()), Status.PARKED, "unreadable", now);
        }
    }

    private void address(Claim claim, Heard heard) {
        if (!heard.unreadable().isEmpty()) {
            inbox.finish(claim, Status.PARKED, "unreadable", clock.instant());
            metrics.ended(Outcome.PARKED, claim.entries().size());
            return;
        }
        hearing.addressee(heard)
                .ifPresentOrElse(customer -> inbox.address(claim, customer), () -> ignore(claim, "no_customer"));
    }

    /** Somebody we do not know, or not any more: nothing that is said about them is kept. */
    private void ignoreStranger(Claim claim, String customer) {
        ignore(claim, "unknown_customer");
        inbox.forget(customer);
    }

    private void ignore(Claim claim, String reason) {
        inbox.finish(claim, Status.IGNORED, reason, clock.instant());
        metrics.ended(Outcome.IGNORED, claim.entries().size());
    }
}
