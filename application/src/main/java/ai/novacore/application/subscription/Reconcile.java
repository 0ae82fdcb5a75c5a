package ai.novacore.application.subscription;

import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.subscription.port.in.ReconcileUseCase;
import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.PaymentGateway.Listed;
import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.application.subscription.port.out.ReconciliationStore;
import ai.novacore.application.subscription.port.out.SubscriptionStore;
import ai.novacore.application.subscription.readmodel.Reconciliation;
import ai.novacore.application.subscription.readmodel.Reconciliation.Difference;
import ai.novacore.application.subscription.readmodel.SubscriptionOverview;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.EventType;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeCause;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.subscription.Subscription;
import ai.novacore.domain.subscription.SubscriptionCommand.FollowStripe;
import ai.novacore.domain.subscription.SubscriptionDecider;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.subscription.SubscriptionId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares every subscription of Stripe's list and every one that we know. What differs is what the decider would record if
 * it were told; it is then told, by the way on which everything comes that Stripe says.
 */
public final class Reconcile implements ReconcileUseCase {
    private static final Logger LOG = LoggerFactory.getLogger(Reconcile.class);
    private static final Actor ACTOR = Actor.system("reconciliation");
    private static final int PAGE = 500;
    private static final int NAMED = 100;
    private static final int KEPT = 200;

    private final PaymentGateway gateway;
    private final BillingCustomers customers;
    private final SubscriptionStore subscriptions;
    private final ReconciliationStore runs;
    private final AskStripe stripe;
    private final IdGenerator ids;
    private final Clock clock;
    private final Counter differing;
    private final SubscriptionDecider decider = new SubscriptionDecider();

    public Reconcile(
            PaymentGateway gateway,
            BillingCustomers customers,
            SubscriptionStore subscriptions,
            ReconciliationStore runs,
            AskStripe stripe,
            IdGenerator ids,
            MeterRegistry registry,
            Clock clock) {
        this.gateway = gateway;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.runs = runs;
        this.stripe = stripe;
        this.ids = ids;
        this.clock = clock;
        this.differing = Counter.builder("reconciliation.differences")
                .description("customers of whom Stripe and we did not know the same")
                .register(registry);
    }

    /** What has been found so far. */
    private static final class Findings {
        private long checked;
        private long differing;
        private final List<Difference> differences = new ArrayList<>();
    }

    @Override
    public Reconciliation reconcile() {
        String id = ids.next("rec_");
        Instant started = clock.instant();
        Findings findings = new Findings();
        String failure = null;
        try {
            compare(id, started, findings);
        } catch (PaymentFailure e) {
            LOG.warn("The reconciliation {} broke off", id, e);
            failure = e.getMessage();
        }
        Reconciliation run = new Reconciliation(
                id, started, clock.instant(), findings.checked, findings.differing, findings.differences, failure);
        runs.add(run, KEPT);
        LOG.info("The reconciliation {} compared {} and found {} differing", id, run.checked(), run.differing());
        return run;
    }

    private void compare(String id, Instant now, Findings findings) {
        Map<String, List<StripeSubscription>> theirs = listed(findings);
        UserId last = null;
        List<SubscriptionOverview> part;
        do {
            part = subscriptions.running(last, PAGE);
            for (SubscriptionOverview ours : part) {
                String customer = customers.customerOf(ours.user()).orElse("");
                List<StripeSubscription> seen = theirs.remove(customer);
                findings.checked += seen == null ? 1 : 0;
                compare(id, now, ours, customer, seen == null ? List.of() : seen, findings);
                last = ours.user();
            }
        } while (part.size() == PAGE);
        theirs.forEach((customer, seen) -> compareUnknown(id, now, customer, seen, findings));
    }

    private Map<String, List<StripeSubscription>> listed(Findings findings) {
        Map<String, List<StripeSubscription>> byCustomer = new LinkedHashMap<>();
        Listed part = gateway.subscriptions(null);
        collect(part, byCustomer, findings);
        while (part.more()) {
            part = gateway.subscriptions(part.last());
            collect(part, byCustomer, findings);
        }
        return byCustomer;
    }

    private static void collect(Listed part, Map<String, List<StripeSubscription>> byCustomer, Findings findings) {
        findings.checked += part.items().size();
        part.items()
                .forEach(seen -> byCustomer
                        .computeIfAbsent(seen.customer(), customer -> new ArrayList<>())
                        .add(seen));
    }

    /** Whoever has no running subscription here may have one at Stripe. */
    private void compareUnknown(
            String id, Instant now, String customer, List<StripeSubscription> seen, Findings findings) {
        UserId user = customers.userOf(customer).orElse(null);
        if (user == null) {
            if (seen.stream().anyMatch(StripeSubscription::live)) {
                note(new Difference(null, customer, List.of("customer_unknown")), findings);
            }
            return;
        }
        SubscriptionOverview ours =
                subscriptions.find(user).orElseGet(() -> new SubscriptionOverview(user, decider.initial()));
        compare(id, now, ours, customer, seen, findings);
    }

    private void compare(
            String id,
            Instant now,
            SubscriptionOverview ours,
            String customer,
            List<StripeSubscription> seen,
            Findings findings) {
        List<String> found = difference(ours.user(), ours.state(), seen, now);
        if (!found.isEmpty()) {
            note(new Difference(ours.user().value(), customer, found), findings);
            boolean missing = found.equals(List.of("subscription_missing"));
            // What is missing at Stripe is parked for a person: once, and not again with every run.
            stripe.ask(customer, missing ? "missing-" + ours.state().running() : id + "-" + customer);
        }
    }

    private void note(Difference difference, Findings findings) {
        differing.increment();
        findings.differing++;
        if (findings.differences.size() < NAMED) {
            findings.differences.add(difference);
        }
    }

    private List<String> difference(UserId user, Subscription state, List<StripeSubscription> seen, Instant now) {
        FollowStripe told = new FollowStripe(
                SubscriptionId.of(user), ACTOR, now, user, seen, Duration.ZERO, new StripeCause("compared", now));
        try {
            return decider.decide(told, state).stream().map(Reconcile::name).toList();
        } catch (DomainRejection e) {
            return List.of(e.code());
        }
    }

    private static String name(SubscriptionEvent event) {
        EventType type = event.getClass().getAnnotation(EventType.class);
        return type == null ? event.getClass().getSimpleName() : type.value();
    }

    @Override
    public List<Reconciliation> runs(int limit) {
        return runs.newest(limit);
    }
}
