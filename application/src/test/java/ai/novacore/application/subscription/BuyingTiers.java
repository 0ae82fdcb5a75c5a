package ai.novacore.application.subscription;

import static ai.novacore.application.subscription.BillingFixture.ADA;
import static ai.novacore.application.subscription.BillingFixture.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.subscription.port.in.BuyTierUseCase.Page;
import ai.novacore.application.subscription.port.out.PaymentGateway.CheckoutPage.Stage;
import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionCommand.StartCheckout;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutStarted;
import ai.novacore.domain.subscription.SubscriptionId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Failure case 6: however often and wherever somebody clicks, there is one page to pay at. */
class BuyingTiers {
    private final BillingFixture billing = new BillingFixture();
    private final BuyTier buying = billing.buying;

    @Test
    void opensAPageAndRemembersIt() {
        Page page = buying.checkout(ADA, Tier.PRO);

        assertThat(page).isEqualTo(new Page("cs_1", URI.create("https://pay.example.org/cs_1")));
        assertThat(billing.commands.events())
                .containsExactly(new CheckoutStarted(
                        SubscriptionId.of(ADA),
                        ManualClock.NOON,
                        ADA,
                        Tier.PRO,
                        "cs_1",
                        ScriptedPaymentGateway.EXPIRES));
        assertThat(billing.gateway.done()).containsExactly("customer usr_ada", "checkout PRO");
        assertThat(billing.customers.customerOf(ADA)).contains(CUSTOMER);
    }

    @Test
    void givesTheOpenPageAgain() {
        Page first = buying.checkout(ADA, Tier.PRO);

        assertThat(buying.checkout(ADA, Tier.PRO)).isEqualTo(first);
        assertThat(billing.gateway.done()).containsExactly("customer usr_ada", "checkout PRO");
    }

    @Test
    void closesThePageForAnotherTierFirst() {
        buying.checkout(ADA, Tier.PRO);

        assertThat(buying.checkout(ADA, Tier.BASIC).sessionId()).isEqualTo("cs_2");
        assertThat(billing.gateway.done())
                .containsExactly("customer usr_ada", "checkout PRO", "expire cs_1", "checkout BASIC");
        assertThat(billing.gateway.checkout("cs_1").orElseThrow().stage()).isEqualTo(Stage.EXPIRED);
    }

    @Test
    void opensAnotherPageWhenTheOldOneHasExpiredThere() {
        buying.checkout(ADA, Tier.PRO);
        billing.gateway.stage("cs_1", Stage.EXPIRED);

        assertThat(buying.checkout(ADA, Tier.PRO).sessionId()).isEqualTo("cs_2");
    }

    @Test
    void opensAnotherPageWhenTheTimeOfTheOldOneIsOver() {
        buying.checkout(ADA, Tier.PRO);
        billing.gateway.stage("cs_1", Stage.EXPIRED);
        billing.clock.advance(Duration.ofDays(2));

        assertThat(buying.checkout(ADA, Tier.PRO).sessionId()).isEqualTo("cs_2");
    }

    @Test
    void sellsNothingToWhoHasJustPaid() {
        buying.checkout(ADA, Tier.PRO);
        billing.gateway.stage("cs_1", Stage.COMPLETE);

        rejected(() -> buying.checkout(ADA, Tier.PRO), "already_subscribed");
        rejected(() -> buying.checkout(ADA, Tier.BASIC), "already_subscribed");
        assertThat(billing.asked()).containsExactly(CUSTOMER);
    }

    @Test
    void sellsNothingToWhoHasASubscription() {
        billing.commands.dispatch(Paying.forTier(ADA, Tier.BASIC, ManualClock.NOON));

        rejected(() -> buying.checkout(ADA, Tier.PRO), "already_subscribed");
        assertThat(billing.gateway.done()).isEmpty();
    }

    @Test
    void sellsNothingToAnAddressThatIsNotVerified() {
        UserId ben = new UserId("usr_ben");
        billing.know(ben, null);

        rejected(() -> buying.checkout(ben, Tier.PRO), "email_not_verified");
        rejected(() -> buying.checkout(new UserId("usr_nobody"), Tier.PRO), "not_found");
        rejected(() -> buying.checkout(ADA, Tier.FREE), "tier_not_for_sale");
        assertThat(billing.gateway.done()).isEmpty();
    }

    @Test
    void leavesNoPageOpenThatLostARace() {
        billing.customers.link(ADA, CUSTOMER);
        SubscriptionId hers = SubscriptionId.of(ADA);
        StartCheckout other = new StartCheckout(
                hers, Actor.member(ADA), ManualClock.NOON, ADA, Tier.BASIC, "cs_other", ScriptedPaymentGateway.EXPIRES);
        billing.gateway.beforeTheNextPage(() -> billing.commands.dispatch(other));

        rejected(() -> buying.checkout(ADA, Tier.PRO), "checkout_open");
        assertThat(billing.gateway.done()).endsWith("expire cs_1");
    }

    @Test
    void opensOnePageForManyClicksAtOnce() throws Exception {
        List<Callable<Page>> clicks = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            clicks.add(() -> buying.checkout(ADA, Tier.PRO));
        }
        try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Page> page : tabs.invokeAll(clicks)) {
                assertThat(page.get().sessionId()).isEqualTo("cs_1");
            }
        }
        assertThat(billing.gateway.done()).containsExactly("customer usr_ada", "checkout PRO");
    }

    /** The other tab was faster between this one's looking and its asking. */
    @Test
    void givesThePageThatAnotherTabOpenedMeanwhile() {
        billing.customers.link(ADA, CUSTOMER);
        billing.gateway.beforeTheNextPage(() -> buying.checkout(ADA, Tier.PRO));

        assertThat(buying.checkout(ADA, Tier.PRO).sessionId()).isEqualTo("cs_1");
        assertThat(billing.gateway.done()).containsExactly("checkout PRO");
    }

    @Test
    void givesTheOtherTabsPageAfterBothClosedTheOldOne() {
        buying.checkout(ADA, Tier.PRO);
        billing.gateway.beforeTheNextPage(() -> buying.checkout(ADA, Tier.BASIC));

        assertThat(buying.checkout(ADA, Tier.BASIC).sessionId()).isEqualTo("cs_2");
    }

    @Test
    void leavesNothingHalfDoneWhenStripeIsAway() {
        billing.gateway.setDown(true);
        assertThatThrownBy(() -> buying.checkout(ADA, Tier.PRO)).isInstanceOf(PaymentFailure.class);
        assertThat(billing.commands.events()).isEmpty();

        billing.gateway.setDown(false);
        assertThat(buying.checkout(ADA, Tier.PRO).sessionId()).isEqualTo("cs_1");
    }

    @Test
    void opensThePortalForWhoBoughtSomething() {
        rejected(() -> buying.portal(ADA, null), "not_subscribed");

        billing.customers.link(ADA, CUSTOMER);
        assertThat(buying.portal(ADA, null)).hasPath("/portal/cus_ada");
        rejected(() -> buying.portal(ADA, Tier.PRO), "not_subscribed");

        billing.commands.dispatch(Paying.forTier(ADA, Tier.BASIC, ManualClock.NOON));
        assertThat(buying.portal(ADA, Tier.PRO)).hasPath("/portal/cus_ada/PRO");
    }

    private static void rejected(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DomainRejection.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
