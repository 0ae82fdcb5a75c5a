package ai.novacore.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.PaymentGateway.CheckoutPage;
import ai.novacore.application.subscription.port.out.PaymentGateway.CheckoutPage.Stage;
import ai.novacore.application.subscription.port.out.PaymentGateway.Listed;
import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.application.subscription.port.out.PaymentGateway.Price;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import ai.novacore.domain.user.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every {@link PaymentGateway} must do, also one that only pretends to take money. */
public abstract class PaymentGatewayContract {
    private static final UserId ADA = new UserId("usr_ada");
    private static final UserId MIRA = new UserId("usr_mira");

    /** The same one during a test, of an account without customers. */
    protected abstract PaymentGateway gateway();

    /** Lets somebody pay at a page that is open, for {@code tier}. */
    protected abstract void pay(CheckoutPage page, String customer, Tier tier);

    /** Lets nothing be answered any more. */
    protected abstract void fail();

    private String customer(UserId user) {
        return gateway().createCustomer(user, email(user), "customer-" + user.value());
    }

    private CheckoutPage page(UserId user, String customer, Tier tier) {
        return gateway().openCheckout(user, customer, tier, "checkout-" + user.value());
    }

    private static EmailAddress email(UserId user) {
        return new EmailAddress(user.value() + "@example.org");
    }

    @Test
    void makesACustomerOnceForAKey() {
        String ada = customer(ADA);

        assertThat(customer(ADA)).isEqualTo(ada);
        assertThat(customer(MIRA)).isNotBlank().isNotEqualTo(ada);
    }

    @Test
    void opensAPageOnceForAKey() {
        String ada = customer(ADA);

        CheckoutPage page = page(ADA, ada, Tier.PRO);

        assertThat(page.stage()).isEqualTo(Stage.OPEN);
        assertThat(page.url()).isNotNull();
        assertThat(page(ADA, ada, Tier.PRO)).isEqualTo(page);
        assertThat(gateway().openCheckout(ADA, ada, Tier.PRO, "another").sessionId())
                .isNotEqualTo(page.sessionId());
    }

    @Test
    void findsAPage() {
        CheckoutPage page = page(ADA, customer(ADA), Tier.PRO);

        assertThat(gateway().checkout(page.sessionId())).contains(page);
    }

    @Test
    void findsNoPageThatThereIsNot() {
        page(ADA, customer(ADA), Tier.PRO);

        assertThat(gateway().checkout("cs_unknown")).isEmpty();
        assertThat(gateway().checkout("../customers")).isEmpty();
        assertThat(gateway().expireCheckout("cs_unknown")).isEqualTo(Stage.EXPIRED);
    }

    @Test
    void closesAPage() {
        CheckoutPage page = page(ADA, customer(ADA), Tier.PRO);

        assertThat(gateway().expireCheckout(page.sessionId())).isEqualTo(Stage.EXPIRED);
        assertThat(gateway().expireCheckout(page.sessionId())).isEqualTo(Stage.EXPIRED);
        assertThat(gateway().checkout(page.sessionId()))
                .hasValueSatisfying(found -> assertThat(found.stage()).isEqualTo(Stage.EXPIRED));
    }

    @Test
    void doesNotCloseAPageThatSomebodyPaidAt() {
        String ada = customer(ADA);
        CheckoutPage page = page(ADA, ada, Tier.PRO);
        pay(page, ada, Tier.PRO);

        assertThat(gateway().expireCheckout(page.sessionId())).isEqualTo(Stage.COMPLETE);
        assertThat(gateway().checkout(page.sessionId()))
                .hasValueSatisfying(found -> assertThat(found.stage()).isEqualTo(Stage.COMPLETE));
    }

    @Test
    void tellsWhatACustomerHas() {
        String ada = customer(ADA);
        String mira = customer(MIRA);
        assertThat(gateway().subscriptionsOf(ada)).isEmpty();

        pay(page(ADA, ada, Tier.BASIC), ada, Tier.BASIC);

        assertThat(gateway().subscriptionsOf(ada)).singleElement().satisfies(subscription -> {
            assertThat(subscription.customer()).isEqualTo(ada);
            assertThat(subscription.plan()).isEqualTo(Tier.BASIC);
            assertThat(subscription.standing()).isEqualTo(Standing.PAID);
            assertThat(subscription.periodEnd()).isAfter(subscription.periodStart());
            assertThat(subscription.endsAt()).isNull();
            assertThat(subscription.payment()).isNotBlank();
        });
        assertThat(gateway().subscriptionsOf(mira)).isEmpty();
    }

    @Test
    void listsWhatAllCustomersHave() {
        String ada = customer(ADA);
        String mira = customer(MIRA);
        pay(page(ADA, ada, Tier.BASIC), ada, Tier.BASIC);
        pay(page(MIRA, mira, Tier.PRO), mira, Tier.PRO);

        List<StripeSubscription> all = new ArrayList<>();
        Listed part = gateway().subscriptions(null);
        all.addAll(part.items());
        while (part.more()) {
            part = gateway().subscriptions(part.last());
            all.addAll(part.items());
        }

        assertThat(all)
                .extracting(StripeSubscription::customer, StripeSubscription::plan)
                .containsExactlyInAnyOrder(tuple(ada, Tier.BASIC), tuple(mira, Tier.PRO));
    }

    @Test
    void leavesNothingOfACustomerWhoIsErased() {
        String ada = customer(ADA);
        pay(page(ADA, ada, Tier.PRO), ada, Tier.PRO);

        gateway().erase(ada);
        gateway().erase(ada);

        assertThat(gateway().subscriptionsOf(ada))
                .allSatisfy(subscription -> assertThat(subscription.standing()).isEqualTo(Standing.ENDED));
    }

    @Test
    void opensThePortal() {
        String ada = customer(ADA);
        pay(page(ADA, ada, Tier.BASIC), ada, Tier.BASIC);
        String subscription = gateway().subscriptionsOf(ada).getFirst().id();

        assertThat(gateway().portal(ada, null, null)).isNotNull();
        assertThat(gateway().portal(ada, Tier.PRO, subscription)).isNotNull();
    }

    @Test
    void knowsNobodyOfAChargeThatThereIsNot() {
        customer(ADA);

        assertThat(gateway().customerOfCharge("ch_unknown")).isEmpty();
    }

    @Test
    void tellsWhatTiersCost() {
        assertThat(gateway().prices().keySet()).containsExactlyInAnyOrder(Tier.BASIC, Tier.PRO);
        assertThat(gateway().prices().values()).allSatisfy(price -> {
            assertThat(price.amount()).isPositive();
            assertThat(price.currency()).matches("[a-z]{3}");
            assertThat(price.interval()).isIn("month", "year");
        });
        assertThat(gateway().prices().values()).extracting(Price::amount).doesNotHaveDuplicates();
    }

    @Test
    void saysWhenItFails() {
        String ada = customer(ADA);
        CheckoutPage page = page(ADA, ada, Tier.PRO);
        fail();

        List<ThrowingCallable> calls = List.of(
                () -> gateway().createCustomer(MIRA, email(MIRA), "new"),
                () -> gateway().openCheckout(ADA, ada, Tier.PRO, "new"),
                () -> gateway().checkout(page.sessionId()),
                () -> gateway().expireCheckout(page.sessionId()),
                () -> gateway().portal(ada, null, null),
                () -> gateway().subscriptionsOf(ada),
                () -> gateway().subscriptions(null),
                () -> gateway().cancel("sub_1", "new"),
                () -> gateway().erase(ada),
                () -> gateway().customerOfCharge("ch_1"),
                () -> gateway().prices());

        assertThat(calls)
                .allSatisfy(call -> assertThatThrownBy(call)
                        .isExactlyInstanceOf(PaymentFailure.class)
                        .message()
                        .isNotBlank());
    }
}
