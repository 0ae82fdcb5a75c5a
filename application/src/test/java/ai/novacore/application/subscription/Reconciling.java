package ai.novacore.application.subscription;

import static ai.novacore.application.shared.ManualClock.NOON;
import static ai.novacore.application.subscription.BillingFixture.ADA;
import static ai.novacore.application.subscription.BillingFixture.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.subscription.readmodel.Reconciliation;
import ai.novacore.application.subscription.readmodel.Reconciliation.Difference;
import ai.novacore.application.subscription.readmodel.SubscriptionOverviewProjection;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Reconciling {
    private final BillingFixture billing = new BillingFixture();
    private final InMemorySubscriptions store = new InMemorySubscriptions();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Reconcile reconciling = new Reconcile(
            billing.gateway,
            billing.customers,
            store,
            new InMemoryReconciliations(),
            billing.asking,
            new IdGenerator(billing.clock),
            meters,
            billing.clock);

    @Test
    void findsNothingWhereBothKnowTheSame() {
        subscribe(ADA, Tier.BASIC);
        billing.gateway.has(CUSTOMER, subscription("sub_ada", Tier.BASIC, Standing.PAID));

        Reconciliation run = reconciling.reconcile();

        assertThat(run.checked()).isEqualTo(1);
        assertThat(run.differing()).isZero();
        assertThat(billing.asked()).isEmpty();
        assertThat(reconciling.runs(10)).containsExactly(run);
    }

    @Test
    void findsWhatWeMissed() {
        subscribe(ADA, Tier.BASIC);
        billing.gateway.has(CUSTOMER, subscription("sub_ada", Tier.BASIC, Standing.ENDED));

        Reconciliation run = reconciling.reconcile();

        assertThat(run.differences())
                .containsExactly(new Difference(
                        ADA.value(), CUSTOMER, List.of("subscription.cancelled/1", "subscription.tier-changed/1")));
        assertThat(billing.asked()).containsExactly(CUSTOMER);
        assertThat(meters.get("reconciliation.differences").counter().count()).isEqualTo(1);
    }

    @Test
    void findsASubscriptionThatWeNeverHeardOf() {
        billing.customers.link(ADA, CUSTOMER);
        billing.gateway.has(CUSTOMER, subscription("sub_ada", Tier.BASIC, Standing.PAID));

        assertThat(reconciling.reconcile().differences())
                .singleElement()
                .satisfies(found -> assertThat(found.found()).contains("subscription.activated/1"));
        assertThat(billing.asked()).containsExactly(CUSTOMER);
    }

    @Test
    void findsASubscriptionThatStripeDoesNotKnow() {
        subscribe(ADA, Tier.BASIC);

        Reconciliation run = reconciling.reconcile();

        assertThat(run.checked()).isEqualTo(1);
        assertThat(run.differences())
                .containsExactly(new Difference(ADA.value(), CUSTOMER, List.of("subscription_missing")));
        reconciling.reconcile();
        assertThat(billing.asked()).containsExactly(CUSTOMER);
    }

    @Test
    void namesCustomersThatAreNobodyWhoPay() {
        billing.gateway.has("cus_paying", Paying.subscription("sub_1", "cus_paying", Tier.PRO, Standing.PAID, NOON));
        billing.gateway.has("cus_former", Paying.subscription("sub_2", "cus_former", Tier.PRO, Standing.ENDED, NOON));

        assertThat(reconciling.reconcile().differences())
                .containsExactly(new Difference(null, "cus_paying", List.of("customer_unknown")));
        assertThat(billing.asked()).isEmpty();
    }

    @Test
    void goesThroughAllOfThem() {
        List<StripeSubscription> many = new ArrayList<>();
        for (int i = 0; i < 1_203; i++) {
            UserId user = new UserId("usr_m" + (10_000 + i));
            subscribe(user, Tier.BASIC);
            String name = user.value().substring(4);
            many.add(Paying.subscription("sub_" + name, "cus_" + name, Tier.BASIC, Standing.PAID, NOON));
            billing.gateway.has("cus_" + name, many.getLast());
        }
        billing.gateway.pagesOf(100);

        Reconciliation run = reconciling.reconcile();

        assertThat(run.checked()).isEqualTo(1_203);
        assertThat(run.differing()).isZero();
    }

    @Test
    void tellsWhyItBrokeOff() {
        billing.gateway.setDown(true);

        Reconciliation run = reconciling.reconcile();

        assertThat(run.failure()).isEqualTo("no answer");
        assertThat(reconciling.runs(1)).containsExactly(run);
    }

    private void subscribe(UserId user, Tier tier) {
        SubscriptionOverviewProjection projection = new SubscriptionOverviewProjection(store);
        billing.customers.link(user, "cus_" + user.value().substring(4));
        billing.commands.dispatch(Paying.forTier(user, tier, NOON)).forEach(projection::project);
    }

    private static StripeSubscription subscription(String id, Tier tier, Standing standing) {
        return Paying.subscription(id, CUSTOMER, tier, standing, NOON);
    }
}
