package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.stripe.StripePaymentGateway;
import ai.novacore.adapters.stripe.StripeSettings;
import ai.novacore.application.subscription.PaymentGatewayContract;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.PaymentGateway.CheckoutPage;
import ai.novacore.domain.shared.Tier;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The product's own adapter finds everything at the stand-in that it needs of Stripe. */
class PayingAtTheStandIn extends PaymentGatewayContract {
    @TempDir
    Path folder;

    private Stage stage;
    private PaymentGateway gateway;

    @BeforeEach
    void open() {
        stage = new Stage(folder);
        StripeSettings settings = new StripeSettings(
                "sk_test_of_the_test",
                stage.standIn.apiBase(),
                List.of(WebhookReceiver.SECRET),
                Map.of(Tier.BASIC, List.of(Stage.BASIC), Tier.PRO, List.of(Stage.PRO)),
                "http://localhost/billing?checkout={CHECKOUT_SESSION_ID}",
                "http://localhost/billing",
                "http://localhost/billing",
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                0);
        gateway = new StripePaymentGateway(settings, stage.clock, new SimpleMeterRegistry(), ObservationRegistry.NOOP);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    protected PaymentGateway gateway() {
        return gateway;
    }

    @Override
    protected void pay(CheckoutPage page, String customer, Tier tier) {
        Outcome outcome =
                stage.standIn.pages().submitCheckout(page.sessionId(), Map.of("cardNumber", TestCard.SUCCEEDS.number));
        assertThat(outcome).isInstanceOf(Outcome.Redirect.class);
    }

    @Override
    protected void fail() {
        stage.standIn.set(Switches.OFF.withOutage(Outage.UNAVAILABLE));
    }
}
