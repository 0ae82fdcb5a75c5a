package ai.novacore.adapters.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.stripe.standin.Outcome;
import ai.novacore.adapters.stripe.standin.StripeStandIn;
import ai.novacore.adapters.stripe.standin.StripeStandIn.Plan;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.subscription.PaymentGatewayContract;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.PaymentGateway.CheckoutPage;
import ai.novacore.application.subscription.port.out.PaymentGateway.CheckoutPage.Stage;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import ai.novacore.domain.user.EmailAddress;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway over Stripe's own client, against the local stand-in for Stripe. */
class PayingThroughStripe extends PaymentGatewayContract {
    private static final UserId ADA = new UserId("usr_ada");
    private static final String GOOD_CARD = "4242424242424242";
    private static final String FAILS_LATER = "4000000000000341";

    @TempDir
    Path folder;

    private StripeStandIn stripe;
    private StripePaymentGateway gateway;
    private String customer = "";

    @BeforeEach
    void open() {
        stripe = new StripeStandIn(
                new ManualClock(),
                folder.resolve("stripe.json"),
                new StripeStandIn.Settings(
                        "whsec_secret",
                        List.of(),
                        null,
                        List.of(new Plan("basic", "price_basic", 900), new Plan("pro", "price_pro", 2_900))));
        stripe.start();
        gateway = StripeExample.gateway(StripeExample.settings(stripe.apiBase().toString()));
    }

    @AfterEach
    void close() {
        stripe.close();
    }

    @Override
    protected PaymentGateway gateway() {
        return gateway;
    }

    @Override
    protected void pay(CheckoutPage page, String customer, Tier tier) {
        pay(page, GOOD_CARD);
    }

    private Outcome pay(CheckoutPage page, String card) {
        return stripe.pages().submitCheckout(page.sessionId(), Map.of("cardNumber", card, "billingName", "Ada"));
    }

    @Override
    protected void fail() {
        stripe.close();
    }

    private CheckoutPage page(String key) {
        customer = gateway.createCustomer(ADA, new EmailAddress("ada@example.org"), "customer");
        return gateway.openCheckout(ADA, customer, Tier.BASIC, key);
    }

    private StripeSubscription only() {
        assertThat(gateway.subscriptionsOf(customer)).hasSize(1);
        return gateway.subscriptionsOf(customer).getFirst();
    }

    @Test
    void cancelsAtOnceAndOnlyOnce() {
        pay(page("checkout"), GOOD_CARD);
        String subscription = only().id();

        gateway.cancel(subscription, "cancel");
        gateway.cancel(subscription, "cancel");
        gateway.cancel(subscription, "again");
        gateway.cancel("sub_unknown", "unknown");

        assertThat(only().standing()).isEqualTo(Standing.ENDED);
    }

    @Test
    void followsARenewalThatFails() {
        pay(page("checkout"), FAILS_LATER);
        StripeSubscription first = only();
        assertThat(first.standing()).isEqualTo(Standing.PAID);

        // The payment is tried an hour after the invoice was made.
        stripe.advanceTo(first.periodEnd().plusSeconds(7_200));

        StripeSubscription next = only();
        assertThat(next.standing()).isEqualTo(Standing.OVERDUE);
        assertThat(next.periodStart()).isEqualTo(first.periodEnd());
    }

    @Test
    void followsARenewal() {
        pay(page("checkout"), GOOD_CARD);
        StripeSubscription first = only();

        stripe.advanceTo(first.periodEnd().plusSeconds(7_200));

        StripeSubscription next = only();
        assertThat(next.standing()).isEqualTo(Standing.PAID);
        assertThat(next.periodStart()).isEqualTo(first.periodEnd());
        assertThat(next.payment()).isNotNull().isNotEqualTo(first.payment());
    }

    @Test
    void leavesNoPageOpenOfACustomerWhoIsErased() {
        CheckoutPage paid = page("checkout");
        pay(paid, GOOD_CARD);
        CheckoutPage open = gateway.openCheckout(ADA, customer, Tier.PRO, "another");

        gateway.erase(customer);

        assertThat(gateway.checkout(open.sessionId()).map(CheckoutPage::stage)).contains(Stage.EXPIRED);
        assertThat(gateway.checkout(paid.sessionId()).map(CheckoutPage::stage)).contains(Stage.COMPLETE);
        assertThat(only().standing()).isEqualTo(Standing.ENDED);
    }

    @Test
    void makesAnotherCustomerWhenTheFirstIsDeleted() {
        page("checkout");
        String deleted = customer;
        gateway.erase(deleted);

        CheckoutPage page = page("another");

        assertThat(customer).isNotEqualTo(deleted);
        assertThat(page.stage()).isEqualTo(Stage.OPEN);
    }

    @Test
    void knowsWhoseChargeItWas() throws StripeException {
        pay(page("checkout"), GOOD_CARD);
        String charge = StripeClient.builder()
                .setApiKey("sk_test_secret")
                .setApiBase(stripe.apiBase().toString())
                .build()
                .v1()
                .paymentIntents()
                .retrieve(only().payment())
                .getLatestCharge();

        assertThat(gateway.customerOfCharge(charge)).contains(customer);
    }
}
