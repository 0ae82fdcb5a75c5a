package ai.novacore.application.subscription;

import static ai.novacore.application.subscription.BillingWorld.CUSTOMER;
import static ai.novacore.application.subscription.BillingWorld.MIRA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.subscription.port.out.WebhookInbox.Filed;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.application.subscription.port.out.WebhookReader.Said;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.Changed;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.CheckoutOver;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import ai.novacore.domain.subscription.Subscription;
import ai.novacore.domain.subscription.SubscriptionCommand.StartCheckout;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionActivated;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Failure cases 4 and 5: the seven events of a first subscription in all 5,040 orders, each of them twice, while Stripe is
 * as far as the newest one that it has told: the same comes of it always, and the tier is given once.
 */
class BeginningInAnyOrder {
    private static final Instant BOUGHT = ManualClock.NOON.minusSeconds(60);
    private static final String SESSION = "cs_1";

    /** What Stripe tells, in the order in which it happens. */
    private static final List<Told> TOLD = List.of(
            told(1, "customer.subscription.created", new Changed()),
            told(2, "charge.succeeded", new Changed()),
            told(3, "invoice.created", new Changed()),
            told(4, "invoice.finalized", new Changed()),
            told(5, "invoice.paid", new Changed()),
            told(6, "customer.subscription.updated", new Changed()),
            told(7, "checkout.session.completed", new CheckoutOver(SESSION, MIRA.value())));

    private static final int PAID = 5;

    /** When an event comes for the second time. */
    enum Again {
        AT_ONCE,
        AT_THE_END
    }

    private static Told told(int number, String type, Said said) {
        return new Told("evt_" + number, type, CUSTOMER, BOUGHT.plusSeconds(number), said);
    }

    @ParameterizedTest
    @EnumSource
    void comesToTheSame(Again again) {
        Subscription expected = deliver(TOLD, again, true);
        assertThat(expected.tier()).isEqualTo(Tier.PRO);
        assertThat(expected.checkout()).isNull();
        List<List<Told>> orders = orders(TOLD);
        assertThat(orders).hasSize(5_040).doesNotHaveDuplicates();

        for (List<Told> order : orders) {
            assertThat(deliver(order, again, true)).as(() -> names(order)).isEqualTo(expected);
        }
    }

    /** As when who is which customer was restored from a backup: the page that was paid at tells. */
    @Test
    void comesToTheSameForACustomerWhomOnlyThePageNames() {
        Subscription expected = deliver(TOLD, Again.AT_ONCE, true);

        for (List<Told> order : orders(TOLD)) {
            assertThat(deliver(order, Again.AT_ONCE, false))
                    .as(() -> names(order))
                    .isEqualTo(expected);
        }
    }

    private static Subscription deliver(List<Told> order, Again again, boolean linked) {
        BillingWorld world = new BillingWorld();
        if (linked) {
            world.linked();
        }
        world.commands.dispatch(new StartCheckout(
                BillingWorld.SUBSCRIPTION,
                Actor.member(MIRA),
                BOUGHT,
                MIRA,
                Tier.PRO,
                SESSION,
                BOUGHT.plusSeconds(9_000)));
        int known = 0;
        for (Told told : order) {
            known = Math.max(known, TOLD.indexOf(told) + 1);
            world.gateway.has(
                    CUSTOMER,
                    Paying.subscription(
                            "sub_1", CUSTOMER, Tier.PRO, known < PAID ? Standing.NOT_STARTED : Standing.PAID, BOUGHT));
            world.receive(told);
            world.apply();
            if (again == Again.AT_ONCE) {
                world.receive(told);
                world.apply();
            }
        }
        if (again == Again.AT_THE_END) {
            order.forEach(world::receive);
            world.apply();
        }
        assertAllEndedAndGivenOnce(world, order);
        return world.state();
    }

    private static void assertAllEndedAndGivenOnce(BillingWorld world, List<Told> order) {
        assertThat(world.inbox.entries(null, null, 99))
                .as(() -> names(order))
                .hasSize(7)
                .extracting(Filed::status)
                .containsOnly(Status.APPLIED, Status.IGNORED);
        assertThat(world.grants())
                .as(() -> names(order))
                .extracting(TierChanged::from, TierChanged::to)
                .containsExactly(tuple(Tier.FREE, Tier.PRO));
        assertThat(world.events())
                .as(() -> names(order))
                .filteredOn(SubscriptionActivated.class::isInstance)
                .hasSize(1);
    }

    private static String names(List<Told> order) {
        return String.join(", ", order.stream().map(Told::type).toList());
    }

    private static <T> List<List<T>> orders(List<T> items) {
        List<List<T>> orders = new ArrayList<>();
        collect(new ArrayList<>(items), 0, orders);
        return orders;
    }

    private static <T> void collect(List<T> items, int fixed, List<List<T>> orders) {
        if (fixed == items.size()) {
            orders.add(List.copyOf(items));
            return;
        }
        for (int i = fixed; i < items.size(); i++) {
            Collections.swap(items, fixed, i);
            collect(items, fixed + 1, orders);
            Collections.swap(items, fixed, i);
        }
    }
}
